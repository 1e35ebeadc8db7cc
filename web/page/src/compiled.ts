/** All that the compiler says of a document, asked for at once. */

import { type Options, type Overflow, type TargetName, check, compile, compileProfile, origins } from "tapmark";

import type { State } from "./state.js";

export type Compiled = Readonly<ReturnType<typeof compileAll>>;

export function compileAll(state: State) {
    const { source } = state;
    // The page offers none but those that there are.
    let options: Options = { target: state.target as TargetName, overflow: state.overflow as Overflow };
    const refused: string[] = [];
    for (const name of ["merchantName", "checkoutUrl"] as const) {
        const given = state[name] === "" ? options : { ...options, [name]: state[name] };
        try {
            compile("", given);
            options = given;
        } catch (error) {
            refused.push((error as Error).message);
        }
    }
    const { requests, diagnostics } = compile(source, options);
    const { profile, diagnostics: found } = compileProfile(source, options);
    const profileDiagnostics = found.filter(({ code }) => code !== "no-profile");
    return {
        source,
        options,
        requests,
        /** Where each request comes from. */
        origins: origins(source, options),
        /** What is said of the messages; pointers are into the requests. */
        diagnostics,
        profile,
        /** What is said of the profile alone. */
        profileDiagnostics,
        /** What is said of messages and profile. Without a profile there is nothing that only `check` would say. */
        problems: profile === null && profileDiagnostics.length === 0 ? diagnostics : check(source, options),
        /** Why options were refused, and left out. */
        refused,
    };
}
