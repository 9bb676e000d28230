import type { Plugin } from 'vite';

const SUFFIX = '?script';
const MARK = '\0script:';

/**
 * A Vite plugin for `import script from './workers/NAME.ts?script'`: the address of the worker's script. Unlike the
 * bundler's own workers, scripts are entries of the same build, so that page and workers share their common code.
 */
export function workerScripts(): Plugin {
  let serving = false;
  return {
    name: 'worker-scripts',
    enforce: 'pre',
    configResolved: ({ command }) => {
      serving = command === 'serve';
    },
    resolveId: {
      order: 'pre',
      async handler(source, importer) {
        if (!source.endsWith(SUFFIX)) return null;
        const found = await this.resolve(source.slice(0, -SUFFIX.length), importer);
        return found === null ? null : `${MARK}${found.id}`;
      },
    },
    load(id) {
      if (!id.startsWith(MARK)) return null;
      const file = id.slice(MARK.length);
      if (serving) return `export default ${JSON.stringify(`/@fs/${file}`)};`;
      const reference = this.emitFile({ type: 'chunk', id: file });
      return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
    },
  };
}
