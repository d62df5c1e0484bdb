// Checks that code, docs and tests use the common word for a thing: in the given files, or in all files of the repository.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';

/**
 * A pattern for words in text and inside camelCase names, and for phrases that wrap within a comment.
 *
 * @param {string} words alternatives, separated by `|`
 */
function pattern(words) {
  const alternatives = words.split('|').flatMap((word) => {
    const phrase = word.replaceAll(' ', String.raw`[\s*/#]+`);
    return [`(?<![A-Za-z])${phrase}`, phrase.replace(/^[a-z]/, (letter) => letter.toUpperCase())];
  });
  return new RegExp(`(?:${alternatives.join('|')})(?![a-z])`, 'g');
}

/** @type {readonly (readonly [RegExp, suggestion: string])[]} */
const replacements = [
  [pattern('doors?'), 'entry point, component'],
  [/(?<!Math\.)\b[Ff]loors?\b/g, 'layer'],
  [pattern('houses?'), 'design system, app'],
  [pattern('deaf'), 'ignored'],
  [pattern('heard'), 'announced'],
  [pattern('unheard'), 'not announced'],
  [pattern('mend|mends|mended|mending'), 'fix'],
  [pattern('anew'), 'again'],
  [pattern('on its way|on their way'), 'in flight, in progress'],
  [pattern('at once'), 'immediately'],
  [pattern('nobody knows'), 'unknown'],
  [/(?<!instead )\bof[\s*/#]+(?:its|their)[\s*/#]+own\b/g, 'its own, their own, separate'],
  [pattern('also if'), 'even if'],
  [/, say[,:.;)]/g, 'for example'],
  [pattern('pictures'), 'screenshots, baselines'],
  [pattern('lineage'), 'withAncestors'],
  [pattern('callConsumer'), 'callHandler'],
  [pattern('containEvents'), 'stopReactPropagation'],
  [pattern('rescueFocus'), 'moveFocusOnRemoval'],
  [pattern('usePageTraces'), 'useFocusReturn, useLiveRegion, useAnnouncer'],
  [pattern('useOwnRef'), 'useMergedRefs'],
  [pattern('attachedCancelPaymentDialog'), 'CancelPaymentDialogWithTrigger'],
  [pattern('heldFetch'), 'ControlledFetch'],
  [pattern('leftovers'), 'pageResidue'],
  [/\bbarriers\(/g, 'findBarriers'],
  [pattern('stages'), 'uiStates'],
];

const ignored = /^(scripts\/checkLanguage\.js|CHANGELOG\.md|package-lock\.json|tests\/stories\/.*)$/;

function listFiles() {
  return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' }).split(
    '\n',
  );
}

const [, , ...args] = process.argv;
const files = args.length > 0 ? args : listFiles().filter((file) => existsSync(file) && !ignored.test(file));
let count = 0;
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  if (text.includes('\0')) continue; // a binary file
  for (const [word, suggestion] of replacements) {
    for (const { 0: found, index } of text.matchAll(word)) {
      const line = text.slice(0, index).split('\n').length;
      console.error(`${file}:${line} “${found.replaceAll(/\s+/g, ' ')}”: write ${suggestion}`);
      count++;
    }
  }
}
if (count > 0) process.exitCode = 1;
