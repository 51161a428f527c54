//! What the hub keeps about people, why, who sees it, and for how long.

use leptos::prelude::*;

use super::contact::Contact;

/// The privacy page.
pub fn privacy(contact: Contact) -> impl IntoView {
    view! {
        <div class="page">
            <h1>"Privacy"</h1>
            <p class="lead">"We keep little, show it to few people, and delete it when its work is done."</p>
            <p>{contact.organisation.clone()}" decides how the hub uses what you tell it."</p>

            <h2>"If you only read"</h2>
            <p>"We don’t know who you are. We set no cookies, and no other company sees your visit."</p>
            <p>"Events you collect with “Add to my week” stay on your own device until you clear them."</p>

            <h2>"If you come to an event"</h2>
            <ul>
                <li>"We keep your name, and the email address or phone number you give. The host of that event sees them."</li>
                <li>"We use them to book your place and to tell you when something changes."</li>
                <li>"If you say what you need to take part, we ask for your agreement first. Only the host of that event sees it."</li>
                <li>"What you need is kept apart from everything else, under its own lock. It is deleted 14 days after the event."</li>
                <li>"Your name and details are deleted 90 days after the event. Only counts stay."</li>
            </ul>

            <h2>"If you list an event"</h2>
            <ul>
                <li>"Everybody can read the event, its host and the line about who to ask."</li>
                <li>"Your own name, email address and phone number stay with us and the week’s coordinators."</li>
                <li>"A draft you don’t send is deleted after 90 days."</li>
                <li>"The event stays in the archive. You can ask us to take a name out of it."</li>
            </ul>

            <h2>"If you share a story"</h2>
            <ul>
                <li>"Everybody can read the story, under the name you chose."</li>
                <li>"An email address is up to you. It is kept apart from the story, and coordinators don’t see it beside it. You can change or delete it at any time."</li>
                <li>"The address of the page says nothing about you. It shows the month, and not the day."</li>
                <li>"You agree to each use on its own: to publish it, to quote it, to share it further."</li>
                <li>"You can take it back at any time with your private link or your code. It leaves every page within a minute."</li>
                <li>"When you have taken it back, we delete its words and your address. We keep on which days you agreed and took it back, without your words or your name."</li>
                <li>"A story that you don’t send, or that is declined, is deleted after 30 days."</li>
                <li>"Search engines and other people may hold copies. The page then tells search engines that it is gone."</li>
            </ul>

            <h2>"If you write to whoever shared a story"</h2>
            <ul>
                <li>"We pass your message on by email. If you leave your address, that goes with it."</li>
                <li>"We keep both until the mail is sent, and for seven days at most. We keep no copy."</li>
                <li>"You don’t learn their address. It is kept apart from the story, and deleted with it."</li>
            </ul>

            <h2>"If you tell us about a worry"</h2>
            <ul>
                <li>"Only coordinators read it. It is never on a page, and no mail carries its words."</li>
                <li>"You need not say who you are. If you leave a way to reach you, we use it to answer you."</li>
                <li>"It is kept apart from everything else, under its own lock."</li>
                <li>"We delete it once a coordinator has seen to it, and after 90 days at the latest."</li>
                <li>"We note who saw to it, and when. What you wrote is not in that note."</li>
            </ul>

            <h2>"Where it is kept"</h2>
            <p>"The hub runs on computers that we rent from Amazon Web Services. They keep it for us and may not use it."</p>
            <p>"We keep safety copies for 35 days, in case the hub breaks. What you delete or take back stays in them until then. If we ever need a copy, we take it out again before anybody is let in."</p>
            <p>"To know what to take out, we keep a number, and when it was deleted or taken back. We keep them for about a year. Your name, your address and your words are not with it."</p>
            <p>"We never sell what you tell us. We never use it for advertising."</p>

            <h2>"Your rights"</h2>
            <p>"You can ask what we hold about you. You can have it put right or deleted, and you can take back your agreement."</p>
            {contact.ways()}
            <p>"If you are not happy with our answer, tell the " <a href="https://ico.org.uk/make-a-complaint/">"Information Commissioner’s Office"</a> "."</p>
        </div>
    }
}
