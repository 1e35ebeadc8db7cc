/** Buttons that copy a text. */

import { announce, byId } from "./dom.js";

/** Has a button copy a text; it says for a while whether that was possible. */
export function copyOnClick(id: string, text: () => string | Promise<string>): void {
    const button = byId(id, HTMLButtonElement);
    const title = button.textContent;
    button.addEventListener("click", async () => {
        let result = "Copied";
        try {
            await navigator.clipboard.writeText(await text());
        } catch {
            // Refused; or there is no clipboard, as on a page that came by plain HTTP.
            result = "Cannot be copied";
        }
        button.textContent = result;
        announce(result);
        setTimeout(() => (button.textContent = title), 2000);
    });
}
