/**
 * For as long as a person looks at the check page, at the least: whoever presses sooner is taken for a robot, and gets
 * no e-mail. The site's clock is not ours to move in a browser.
 */
export const aLook = () => new Promise((resolve) => setTimeout(resolve, 1600));
