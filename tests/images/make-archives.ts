/**
 * Makes images with a Docker Engine of our own, saves them as archives, and writes what the engine itself takes for their files.
 * It runs where `runIsolated` has prepared it: `node make-archives.ts older FOLDER`. The containerd store has more exporters, and
 * loads FOLDER/odd.tar.
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { docker } from '../../scripts/trials/engine.ts';
import { findBusybox } from '../../scripts/trials/images.ts';
import { startOwnEngine, type Store } from '../../scripts/trials/own-engine.ts';

/** Steps that make, hide, replace and delete everything that a layer can hold. */
const DOCKERFILE = `FROM scratch
COPY busybox /bin/busybox
SHELL ["/bin/busybox", "sh", "-c"]
ENV PATH=/bin
RUN busybox --install -s /bin && mkdir -p /etc /app/opaque/deep /app/gone/deep /app/folder && \\
  echo secret > /app/secret && echo data > /app/data && ln /app/data /app/hard-link && ln -s data /app/link && echo two > /app/names && ln /app/names /app/other-name && \\
  ln -s /etc/../app /absolute && mkfifo /app/pipe && cp /bin/busybox /app/setuid && chmod 4755 /app/setuid && \\
  mkdir -m 1777 /tmp && mkdir -m 2750 /app/setgid && \\
  echo a > /app/opaque/a && echo b > /app/opaque/deep/b && echo c > /app/gone/deep/c && echo d > /app/folder/d && \\
  echo e > /app/file && echo f > /app/linked-file && echo "café 日本語" > "/app/café 日本語" && \\
  for name in $(seq 30); do path="$path/a-long-name-$name-of-a-folder"; done && mkdir -p "/app$path" && \\
  echo g > "/app$path/file" && echo h > /app/$(printf 'n%.0s' $(seq 200))
RUN rm /app/secret && rm -r /app/gone && rm -r /app/opaque && mkdir /app/opaque && echo new > /app/opaque/new && \\
  rm -r /app/folder && echo file > /app/folder && rm /app/file && mkdir /app/file && echo in > /app/file/in && \\
  rm /app/linked-file && ln -s data /app/linked-file && chmod 700 /app/setgid
RUN rm /app/hard-link && rm /app/data && mkdir /app/gone && echo again > /app/gone/again
CMD ["sh"]
`;
const FOR_PLATFORMS = 'FROM scratch\nARG TARGETARCH\nCOPY $TARGETARCH /file\nCOPY other /other\n';

const COMPRESSIONS = ['uncompressed', 'gzip', 'zstd', 'estargz'];

const [store, folder] = process.argv.slice(2) as [Store, string];
const context = join(folder, 'context');
const build = (...args: string[]) => docker(undefined, ['buildx', 'build', '--quiet', ...args, context]);
const file = (name: string) => join(folder, name);

/** Saves images, and what the engine takes for the files of the first. */
function save(name: string, ...images: string[]): void {
  docker(undefined, ['save', '--output', file(`${name}.tar`), ...images]);
  docker(undefined, ['create', '--name', name, images[0]!, 'sh']);
  docker(undefined, ['export', '--output', file(`${name}.files.tar`), name]);
}

await startOwnEngine(store, folder);
mkdirSync(context);
cpSync(findBusybox()!, join(context, 'busybox'));
for (const name of ['amd64', 'arm64', 'other']) writeFileSync(join(context, name), name);
writeFileSync(join(context, 'Dockerfile'), DOCKERFILE);
writeFileSync(join(context, 'platforms.Dockerfile'), FOR_PLATFORMS);
build('--tag=all');
build('--tag=small:1', '--tag=small:2', `--file=${join(context, 'platforms.Dockerfile')}`);
save('all', 'all');
save('two', 'small:1', 'small:2', 'all');
if (store === 'containerd') {
  docker(undefined, ['load', '--input', file('odd.tar')]);
  save('odd-saved', 'odd');
  for (const compression of COMPRESSIONS) {
    const options = `compression=${compression},force-compression=true`;
    build(`--output=type=oci,dest=${file(`oci-${compression}.tar`)},${options}`);
  }
  build(`--output=type=docker,dest=${file('docker.tar')}`);
  const platforms = ['--platform=linux/amd64,linux/arm64', `--file=${join(context, 'platforms.Dockerfile')}`];
  build(`--output=type=oci,dest=${file('platforms.tar')}`, '--attest=type=provenance', ...platforms);
}
process.exit(0); // The engine ends with its namespaces.
