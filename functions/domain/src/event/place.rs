//! Where an event happens.

use serde::{Deserialize, Serialize};

use crate::answers::Answers;
use crate::choices;
use crate::field::Errors;
use crate::link::SafeUrl;
use crate::text::{line, passage};

choices! {
    /// How people take part.
    Format {
        InPerson = "in-person", "In person";
        Online = "online", "Online";
        Hybrid = "hybrid", "In person and online";
        OnDemand = "on-demand", "Any time, on demand";
    }
}

impl Format {
    /// Whether people come to a room.
    pub fn has_room(self) -> bool {
        matches!(self, Self::InPerson | Self::Hybrid)
    }
}

/// A room somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Venue {
    /// The venue's name.
    pub name: String,
    /// Street and town, over several lines.
    pub address: String,
    /// The postcode.
    pub postcode: String,
    /// How to find the door.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub directions: Option<String>,
    /// Where to go on arriving, and from when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrival: Option<String>,
    /// Whether only people who hold a place may see name, address and directions (refuges need it; design §3).
    #[serde(default)]
    pub private: bool,
}

/// Format, venue, platform and links.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// In person, online, both, or on demand.
    pub format: Format,
    /// The room, for in-person and hybrid events.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<Venue>,
    /// What people need to take part online: "Zoom".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub platform: Option<String>,
    /// Who helps to try it out before: a role and a number. Public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub platform_help: Option<String>,
    /// Link or dial-in numbers for people who hold a place. Private.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joining: Option<String>,
    /// Where anyone can watch or read it, for on-demand events. Public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub watch_link: Option<SafeUrl>,
}

impl Place {
    /// Reads `format`, `venue`, `address`, `postcode`, `directions`, `arrival`, `address_private`, `platform`, `platform_help`,
    /// `joining`, `watch_link`.
    pub fn parse(answers: &Answers) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let format = errors.keep("format", Format::parse(answers.get("format"), "Choose how people take part"));
        let Some(format) = format else { return Err(errors) };
        let timed = answers.get("timing") != "any-time";
        if timed && format == Format::OnDemand {
            errors.add("format", "Your event has a set time, so it is in person, online, or both");
        }
        if !timed && format != Format::OnDemand {
            errors.add("format", "Your event has no set time, so choose on demand");
        }
        let venue = matches!(format, Format::InPerson | Format::Hybrid).then(|| venue(answers, &mut errors)).flatten();
        let online = matches!(format, Format::Online | Format::Hybrid);
        let platform = match online {
            true => errors.keep("platform", line(answers.get("platform"), 80, "Enter what people use to join, like Zoom", "Platform")),
            false => None,
        };
        let platform_help = match online {
            true => errors.keep_if_given(answers, "platform_help", |t| line(t, 150, "Enter who can help", "Who can help")),
            false => None,
        };
        let joining = match online {
            true => errors.keep_if_given(answers, "joining", |t| passage(t, 1_000, "", "Joining details")),
            false => None,
        };
        let watch_link = match format {
            Format::OnDemand => errors.keep("watch_link", SafeUrl::parse(answers.get("watch_link"))),
            _ => None,
        };
        errors.or(Some(Self { format, venue, platform, platform_help, joining, watch_link }))
    }

    /// One line for lists: `Example Hall, ZZ1 1ZZ, and online`. A private address gives nothing away.
    pub fn public_words(&self) -> String {
        let room = self.venue.as_ref().map(|v| match v.private {
            true => "Address given when you book".to_owned(),
            false => format!("{}, {}", v.name, v.postcode),
        });
        match (self.format, room) {
            (Format::Hybrid, Some(room)) => format!("{room}, and online"),
            (Format::InPerson, Some(room)) => room,
            (format, _) => format.words().to_owned(),
        }
    }
}

fn venue(answers: &Answers, errors: &mut Errors) -> Option<Venue> {
    let name = errors.keep("venue", line(answers.get("venue"), 100, "Enter the name of the venue", "Venue"));
    let address = errors.keep("address", passage(answers.get("address"), 300, "Enter the street and town", "Address"));
    let postcode = errors.keep("postcode", postcode(answers.get("postcode")));
    let directions = errors.keep_if_given(answers, "directions", |t| passage(t, 1_000, "", "Directions"));
    let arrival = errors.keep_if_given(answers, "arrival", |t| line(t, 200, "Enter where to go", "Arriving"));
    let private = answers.ticked("address_private");
    Some(Venue { name: name?, address: address?, postcode: postcode?, directions, arrival, private })
}

/// A postcode as people write it: spaces anywhere, any case; shown in capitals with one space before the last three.
fn postcode(typed: &str) -> Result<String, String> {
    let wrong = || "Enter a full UK postcode, like ZZ1 1ZZ".to_owned();
    let text: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>().to_uppercase();
    if text.is_empty() {
        return Err("Enter the postcode".into());
    }
    if !(5..=7).contains(&text.len()) || !text.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return Err(wrong());
    }
    let (out, inward) = text.split_at(text.len() - 3);
    let letters = |s: &str| s.bytes().all(|b| b.is_ascii_uppercase());
    match out.starts_with(|c: char| c.is_ascii_uppercase()) && inward.starts_with(|c: char| c.is_ascii_digit()) && letters(&inward[1..]) {
        true => Ok(format!("{out} {inward}")),
        false => Err(wrong()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postcodes_are_taken_as_people_write_them() {
        assert_eq!(postcode(" zz11zz ").unwrap(), "ZZ1 1ZZ");
        assert_eq!(postcode("sw1a-1aa").unwrap(), "SW1A 1AA");
        for wrong in ["", "12345", "ABCDE", "ZZ1", "ZZ1 ZZ1", "日本語 テス"] {
            assert!(postcode(wrong).is_err(), "{wrong}");
        }
    }
}
