/**
 * What the config of an image says: https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md, with what only Docker has,
 * https://github.com/moby/docker-image-spec/blob/main/spec.md. Nothing in it can be trusted to have the right type.
 */
import type { RunSettings, Step } from './types.ts';

/** A JSON object; an empty one if it is something else. */
export const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
export const string = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);
export const strings = (value: unknown): string[] => list(value).filter((item) => typeof item === 'string');

/** Only the properties that have a value. */
export const defined = <T extends object>(properties: T) =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** The platform of a config or of a descriptor: `linux/arm64/v8`. */
export function platformOf(value: unknown): string | undefined {
  const { os, architecture, variant } = record(value);
  return [os, architecture, variant].map(string).filter(Boolean).join('/') || undefined;
}

/** What the container would run. @param config the parsed JSON */
export function readRunSettings(config: unknown): RunSettings {
  const { config: run, created, author } = record(config);
  const settings = record(run);
  const healthcheck = strings(record(settings['Healthcheck'])['Test']);
  const shell = strings(settings['Shell']);
  const labels = Object.entries(record(settings['Labels'])).filter(([, value]) => typeof value === 'string');
  return {
    entrypoint: strings(settings['Entrypoint']),
    command: strings(settings['Cmd']),
    user: string(settings['User']) ?? '',
    workingDirectory: string(settings['WorkingDir']) ?? '',
    environment: strings(settings['Env']),
    ports: Object.keys(record(settings['ExposedPorts'])),
    volumes: Object.keys(record(settings['Volumes'])),
    labels: Object.fromEntries(labels) as Record<string, string>,
    ...defined({
      stopSignal: string(settings['StopSignal']),
      healthcheck: healthcheck.length ? healthcheck : undefined,
      shell: shell.length ? shell : undefined,
      created: string(created),
      author: string(author),
    }),
  };
}

/** No image has more. */
const MAX_STEPS = 10_000;

/** The steps of the history. @param layers how many layers the image has */
export function readHistory(config: unknown, layers: number): Step[] {
  let layer = 0;
  return list(record(config)['history'])
    .slice(0, MAX_STEPS)
    .map((item) => {
      const step = record(item);
      const hasLayer = step['empty_layer'] !== true && layer < layers;
      return {
        createdBy: string(step['created_by']) ?? '',
        ...defined({
          created: string(step['created']),
          comment: string(step['comment']),
          layer: hasLayer ? layer++ : undefined,
        }),
      };
    });
}

/** The digests of the unpacked layers. */
export const readDiffIds = (config: unknown): string[] => strings(record(record(config)['rootfs'])['diff_ids']);
