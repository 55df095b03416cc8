/** The text of the search results, in many small files: the browser loads only the files of the results that it shows. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { answerFiles, answersOf, type Answers } from '../../../search/answers.ts';
import { documents } from '../../../search/site-documents.ts';

export const getStaticPaths = (() =>
  answerFiles(documents).map((file, number) => ({
    params: { file: String(number) },
    props: { answers: answersOf(file) },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ answers: Answers }> = ({ props }) => Response.json(props.answers);
