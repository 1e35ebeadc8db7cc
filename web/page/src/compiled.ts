/** All that the compiler says of a document, asked for at once. */

import {
    type Compilation,
    type Diagnostic,
    type Options,
    type Origin,
    type Profile,
    check,
    compile,
    compileProfile,
    origins,
} from "tapmark";

import type { State } from "./state.js";

export interface Compiled {
    readonly source: string;
    readonly options: Options;
    readonly requests: Compilation["requests"];
    /** What is said of the messages; pointers are into the requests. */
    readonly diagnostics: readonly Diagnostic[];
    /** Where each request comes from. */
    readonly origins: readonly Origin[];
    readonly profile: Profile | null;
    /** What is said of the profile alone. */
    readonly ofProfile: readonly Diagnostic[];
    /** What is said of messages and profile. */
    readonly problems: readonly Diagnostic[];
    /** Why an option was refused, and left out; empty when none was. */
    readonly refused: string;
}

export function compiled(state: State): Compiled {
    const { source, target, overflow } = state;
    let options: Options = { target, overflow };
    const refusals = [];
    for (const name of ["merchantName", "checkoutUrl"] as const) {
        const given = state[name] === "" ? options : { ...options, [name]: state[name] };
        try {
            compile("", given);
            options = given;
        } catch (error) {
            refusals.push(error instanceof Error ? error.message : String(error));
        }
    }
    const { requests, diagnostics } = compile(source, options);
    const { profile, diagnostics: found } = compileProfile(source, options);
    const ofProfile = found.filter(({ code }) => code !== "no-profile");
    return {
        source,
        options,
        requests,
        diagnostics,
        origins: origins(source, options),
        profile,
        ofProfile,
        // Without a profile there is nothing that only `check` would say.
        problems: profile === null && ofProfile.length === 0 ? diagnostics : check(source, options),
        refused: refusals.join("\n"),
    };
}
