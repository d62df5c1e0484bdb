import type { ReactElement } from 'react';
import { MoonIcon } from './icons.tsx';
import { outcomes, type Settings } from './settings.ts';
import { texts } from './texts.ts';

interface DemoControlsProps {
  settings: Settings;
  onChange: (change: Partial<Settings>) => void;
}

/** On a narrow screen, scrolls the selected option into view. */
function scrollToSelected(input: HTMLInputElement | null): void {
  if (input?.checked) input.scrollIntoView({ block: 'nearest', inline: 'center' });
}

/** The controls of the demo, which a real checkout does not have: the response of the sandbox, the language and the theme. */
export function DemoControls({ settings: { outcome, lang, theme }, onChange }: DemoControlsProps): ReactElement {
  const t = texts[lang];
  return (
    <aside className="demo" aria-label={t.demo}>
      <div className="demo-head">
        <p className="demo-title">{t.demo}</p>
        {lang === 'en' ? (
          <button type="button" lang="de" onClick={() => onChange({ lang: 'de' })}>
            Deutsch
          </button>
        ) : (
          <button type="button" lang="en" onClick={() => onChange({ lang: 'en' })}>
            English
          </button>
        )}
        <button
          type="button"
          aria-label={t.darkMode}
          aria-pressed={theme === 'dark'}
          onClick={() => onChange({ theme: theme === 'dark' ? 'light' : 'dark' })}
        >
          <MoonIcon />
        </button>
      </div>
      <p className="demo-hint">{t.demoHint}</p>
      <fieldset>
        <legend>{t.demoOutcome}</legend>
        <div className="outcomes">
          {outcomes.map((name) => (
            <label key={name}>
              <input
                ref={scrollToSelected}
                type="radio"
                name="outcome"
                value={name}
                checked={name === outcome}
                onChange={() => onChange({ outcome: name })}
              />
              {t.outcomes[name][0]} <small>{t.outcomes[name][1]}</small>
            </label>
          ))}
        </div>
      </fieldset>
    </aside>
  );
}
