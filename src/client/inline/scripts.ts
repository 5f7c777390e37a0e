/** What stands before and after a script's name in its address, put in when this is bundled. */
declare const __JS__: [before: string, after: string];

/** Fetches one of the scripts that pages use on demand, and starts it. */
export const startScript = (name: string, ...given: unknown[]): Promise<void> => import(__JS__[0] + name + __JS__[1]).then((module) => module.start(...given));
