/** What the handout page loads only when a reader needs it: packages, and the address that a wrong one may mean. */
export { describePackage, downloadPackage } from '../packages/download.ts';
export { nearestWord } from '../../model/problems.ts';
export { similarPaths } from '../../model/similar-paths.ts';
