/** What a container of an image would run, in words. */
import { code, inlineText, type Tree } from '../tree.ts';
import { link } from './elements.ts';
import type { Image } from '../../image-archive/types.ts';
import { quoteWords, visible } from './words.ts';

/** A program with which shell forms begin: https://docs.docker.com/reference/dockerfile/#shell-and-exec-form */
const isShell = ([shell, flag]: string[]) =>
  (/\bsh$/.test(shell ?? '') && flag === '-c') || (/^cmd(\.exe)?$/i.test(shell ?? '') && /^\/s$/i.test(flag ?? ''));

const ROOT = '/concepts/how-containers-isolate/#root';

function userWords({ platform, run: { user } }: Image): (Tree | string)[] {
  const [name] = user.split(':');
  if (name && !/^(root|0+)$/.test(name)) return [' as the user ', code(visible(user))];
  if (platform.startsWith('windows')) return [' as the default user of Windows images'];
  return [' as ', link('root', ROOT), ...(name ? [] : [', because the image sets no user'])];
}

/** What the arguments after the name of the image do in `docker run`. */
function argumentWords({ entrypoint, command }: Image['run']): string {
  if (!entrypoint.length) return ' Arguments after the image’s name in `docker run` replace all of it.';
  if (isShell(entrypoint))
    return ' A shell runs the entrypoint, and ignores arguments after the image’s name in `docker run`.';
  return command.length
    ? ' Arguments after the image’s name in `docker run` replace the command, but not the entrypoint.'
    : ' Arguments after the image’s name in `docker run` are added to it.';
}

/** A sentence on what a container of the image starts. It joins the entrypoint and the command, as a runtime does. */
export function showStart(image: Image): (Tree | string)[] {
  const { run } = image;
  const words = [...run.entrypoint, ...run.command];
  if (!words.length)
    return inlineText(
      'Starts nothing by itself: the image has neither an entrypoint nor a command, so `docker run` needs a command.',
    );
  return [
    'Starts ',
    code(visible(quoteWords(words))),
    ' in ',
    code(visible(run.workingDirectory || '/')),
    ...userWords(image),
    '.',
    ...inlineText(argumentWords(run)),
  ];
}
