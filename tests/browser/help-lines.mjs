// Whom to call, on every page about a story (quality-bar A-42).

/** Whether a page of this name is about a story. */
export const isAboutAStory = (name) => /^(story|stories|share your story)\b/.test(name);

/**
 * The numbers stand at the foot of each page, and beside it wherever its author reads or writes. One line for each that nobody sees.
 */
export async function helpLines(page) {
  const places = /^\/(share-your-story$|manage\/story\/)/.test(new URL(page.url()).pathname) ? ["footer.site", "main aside"] : ["footer.site"];
  return page.evaluate((places) => {
    const numbers = { "tel:116123": "116 123", "sms:85258": "85258", "tel:111": "111", "tel:999": "999" };
    const isSeen = (place, href, words) => {
      const link = document.querySelector(`${place} .help-lines a[href="${href}"]`);
      return link?.checkVisibility({ checkVisibilityCSS: true }) && link.getBoundingClientRect().height > 1 && link.innerText.trim() === words;
    };
    return places.flatMap((place) => Object.entries(numbers).filter(([href, words]) => !isSeen(place, href, words)).map(([, words]) => `${words} is not to be seen in ${place}`));
  }, places);
}
