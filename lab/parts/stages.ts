/** The nine stages of a search, as the library calls them. */
export { STAGE_NAMES as STAGES } from 'spillway';
