import type { Language } from "@cho-lang/shared/language";
import { hrefIn, phrases } from "~/language/phrases";
import { byType, markedParts, type Suggestion, suggestionPath } from "./suggestion";

export type SuggestionsProps = {
  text: string;
  suggestions: readonly Suggestion[];
  language: Language;
};

/**
 * The list under a search box, drawn for its script alone: options are links, grouped by type,
 * the last one leads to all results. `data-q` makes an option a search in the box's own form, for
 * that text or, when empty, for what stands in the box. `data-says` is told to screen readers.
 */
export function Suggestions({ text, suggestions, language }: SuggestionsProps) {
  const { search } = phrases(language);
  const groups = byType(suggestions);
  const places = new Map(groups.flatMap(([, group]) => group).map((each, place) => [each, place]));
  return (
    <div
      role="listbox"
      id="suggestions"
      aria-label={search.suggestions}
      data-says={search.found(suggestions.length)}
    >
      {groups.map(([type, group]) => (
        <fieldset key={type} aria-label={search.types[type]}>
          <p aria-hidden="true">{search.types[type]}</p>
          {group.map((each) => (
            <Option
              key={each.value}
              place={places.get(each) ?? 0}
              suggestion={each}
              language={language}
            />
          ))}
        </fieldset>
      ))}
      <a
        role="option"
        id={`s${suggestions.length}`}
        href={hrefIn(language, suggestionPath({ type: "text", value: text }))}
        aria-selected="false"
        tabIndex={-1}
        data-q=""
      >
        {search.all(text)}
      </a>
    </div>
  );
}

type OptionProps = { place: number; suggestion: Suggestion; language: Language };

function Option({ place, suggestion, language }: OptionProps) {
  const { search } = phrases(language);
  const { type, value, title, title_marks, note, count } = suggestion;
  const facts = [note, count === null ? null : search.count(count)].filter(Boolean).join(" · ");
  return (
    <a
      role="option"
      id={`s${place}`}
      href={hrefIn(language, suggestionPath(suggestion))}
      aria-selected="false"
      tabIndex={-1}
      {...(type === "text" ? { "data-q": value } : {})}
    >
      <span>
        {markedParts(title, title_marks).map(({ at, text, isMet }) =>
          isMet ? <mark key={at}>{text}</mark> : text,
        )}
      </span>{" "}
      {facts ? <small>{facts}</small> : null}
    </a>
  );
}
