/** The checker for the links of a course: a worker reads the files, and nothing leaves the browser. */
import { parseRoot, type Root } from './addresses.ts';
import type { CheckedLink, Report, Task } from './messages.ts';
import {
  certainAddress,
  fileSection,
  problemSection,
  repairedName,
  reportOf,
  save,
  summarize,
  type FileResult,
  type Sites,
} from './results.ts';
import workerAddress from './worker.ts?worker&url';

const form = document.querySelector<HTMLFormElement>('.course-check')!;
const status = form.querySelector('[role="status"]')!;
const progress = form.querySelector('progress')!;
const text = form.querySelector('textarea')!;
const [chosenFiles, otherAddresses, since] = form.querySelectorAll('input') as unknown as HTMLInputElement[] as [
  HTMLInputElement,
  HTMLInputElement,
  HTMLInputElement,
];
const [checkButton, cancelButton, reportButton] = form.querySelectorAll('button') as unknown as [
  HTMLButtonElement,
  HTMLButtonElement,
  HTMLButtonElement,
];
const results = document.querySelector<HTMLElement>('.course-results')!;

interface Policies {
  createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => typeof policy;
}
/** The page's security policy wants the address of a worker to be wrapped by this policy, which accepts no other. */
const policy: { createScriptURL: (url: string) => string } | undefined = (
  window as { trustedTypes?: Policies }
).trustedTypes?.createPolicy(form.dataset['worker']!, {
  createScriptURL: (requested) => {
    if (requested !== workerAddress) throw new TypeError(`${requested} is not the worker of this page`);
    return requested;
  },
});

/** Starts a worker on a task. @param onReport called with each thing that it reports, also if it fails */
function start(task: Task, onReport: (report: Report) => void): Worker {
  const worker = new Worker(policy?.createScriptURL(workerAddress) ?? workerAddress, { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<Report>) => onReport(data);
  worker.onerror = () =>
    onReport({ report: 'failed', message: 'It stopped: a file may be too large for this browser.' });
  worker.postMessage(task);
  return worker;
}

/** The address of this site: the one that the operator has given it, or else the one at which it is open. */
// As resolve-from-root.ts does. If two scripts of the page imported that, it would be one more request.
const here = new URL(document.documentElement.dataset['root']!, location.href).href;
const canonical = document.querySelector<HTMLLinkElement>('[rel="canonical"]')?.href;
const page = location.href
  .slice(here.length)
  .replace(/[?#].*/, '')
  .replace(/index\.html$/, '');
const home = canonical?.endsWith(page) ? canonical.slice(0, canonical.length - page.length) : here;
const ownRoots = [...new Set([home, here])];

/** What was read of the files. */
let checked: FileResult[] = [];
let worker: Worker | undefined;

/** Ends the check. */
function finish(message: string): void {
  worker?.terminate();
  worker = undefined;
  status.textContent = message;
  progress.hidden = cancelButton.hidden = true;
  checkButton.disabled = false;
  reportButton.hidden = !checked.some(({ links }) => links.length);
}

const isFormer = ({ root }: CheckedLink) => root >= ownRoots.length;
const sites: Sites = {
  isFormer,
  addressFor: (link, path) => {
    const root = link.address.slice(0, link.address.length - link.rest.length).replace(/\/?$/, '/');
    return (isFormer(link) ? home : root) + path.slice(1);
  },
  here: (path) => here + path.slice(1),
};

/** Writes the repaired file in a worker, and saves it. */
function download(file: File, { name, chosen }: FileResult, roots: Root[], status: Element): void {
  status.textContent = 'Writing…';
  const repairer = start({ task: 'repair', file, roots, addresses: chosen }, (report) => {
    repairer.terminate();
    if (report.report === 'repaired') save(repairedName(name), report.bytes);
    status.textContent = report.report === 'failed' ? report.message : `Saved as ${repairedName(name)}.`;
  });
}

/** The pasted text, as a file, and the chosen files. */
const filesToCheck = (): File[] => [
  ...(text.value.trim() ? [new File([text.value], 'pasted text.txt')] : []),
  ...(chosenFiles.files ?? []),
];

/** Reads the other addresses of the site. @returns the first that isn't an address, or the roots */
function readRoots(): Root[] | string {
  const typed = otherAddresses.value.split(/[\s,]+/).filter(Boolean);
  const wrong = typed.find((address) => !parseRoot(address));
  return wrong ?? [...ownRoots, ...typed].map((address) => parseRoot(address)!);
}

function check(): void {
  const files = filesToCheck();
  const roots = readRoots();
  if (!files.length) return void (status.textContent = 'Paste a text or choose a file first.');
  if (typeof roots === 'string') {
    otherAddresses.focus();
    return void (status.textContent = `“${roots}” isn’t an address. Write it like old.example.org/docker/.`);
  }
  checked = [];
  results.replaceChildren();
  status.textContent = 'Checking…';
  results.hidden = progress.hidden = cancelButton.hidden = false;
  checkButton.disabled = reportButton.hidden = true;
  const show = (report: Report) => {
    if (report.report === 'done') {
      const read = checked.length === files.length ? '' : ` ${files.length - checked.length} couldn’t be read.`;
      return finish(`Done.${read} ${summarize(checked.flatMap(({ links }) => links))}`);
    }
    if (report.report === 'failed' || report.report === 'repaired')
      return finish('message' in report ? report.message : '');
    const file = files[report.file]!;
    if (report.report === 'progress') {
      progress.value = (report.file + report.share) / files.length;
      if (!report.share) status.textContent = `Checking ${file.name}…`;
    } else if (report.report === 'problem') results.append(problemSection(file.name, report.message));
    else {
      const { format, notes, links } = report;
      const result = {
        name: file.name,
        format,
        notes,
        links,
        chosen: links.map((link) => certainAddress(link, sites)),
      };
      checked.push(result);
      results.append(fileSection(result, sites, (status) => download(file, result, roots, status)));
    }
  };
  worker = start({ task: 'check', files, roots, day: since.value, promises: `${here}links.json` }, show);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  check();
});
cancelButton.addEventListener('click', () => {
  finish('Canceled.');
  checkButton.focus();
});
reportButton.addEventListener('click', () => save('links.csv', reportOf(checked, sites)));

// Files may be dropped anywhere on the form. The browser would open what is dropped elsewhere.
for (const name of ['dragover', 'drop'] as const) {
  form.addEventListener(name, (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    if (name === 'drop') chosenFiles.files = event.dataTransfer.files;
  });
}
