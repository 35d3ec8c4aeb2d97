/** The rooms that still stand in plain modules: `view(stage, context)` fills the stage and answers how to leave it. */
export const VIEWS = {};
