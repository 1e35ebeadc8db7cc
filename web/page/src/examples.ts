/** The menu of examples; the first is what the page opens on. */

import cards from "../examples/cards.tapmark?raw";
import limits from "../examples/limits.tapmark?raw";
import mistakes from "../examples/mistakes.tapmark?raw";
import profile from "../examples/profile.tapmark?raw";
import shop from "../examples/shop.tapmark?raw";
import tour from "../examples/tour.tapmark?raw";
import { DEFAULT, type State } from "./state.js";

export const EXAMPLES: ReadonlyMap<string, State> = new Map([
    ["A tour", { ...DEFAULT, source: tour }],
    ["Cards and lists", { ...DEFAULT, target: "messenger-2018", source: cards }],
    ["A shop, in 2018", { ...DEFAULT, target: "messenger-2018", merchantName: "Pizza Example", source: shop }],
    ["More than fits", { ...DEFAULT, source: limits }],
    ["Mistakes to mend", { ...DEFAULT, source: mistakes }],
    ["Before the first message", { ...DEFAULT, source: profile }],
]);
