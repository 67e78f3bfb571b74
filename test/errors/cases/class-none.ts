export const answer = 42; // error T3001: the file has no class
