/** What the search shows of its results. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { answerFiles, type Answers } from '../../../search/answers.ts';
import { documents } from '../../../search/site.ts';

export const getStaticPaths = (() =>
  [...answerFiles(documents)].map(([name, answers]) => ({
    params: { file: /(\d+)\.json$/.exec(name)![1]! },
    props: { answers },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ answers: Answers }> = ({ props }) => Response.json(props.answers);
