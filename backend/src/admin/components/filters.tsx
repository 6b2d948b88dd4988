import { PROVINCES, provinceName } from "@cho-lang/shared/geography";
import type { Phrase } from "@cho-lang/shared/language";
import { compareVietnamese } from "@cho-lang/shared/vietnamese";
import { Input, Label, Select } from "@medusajs/ui";
import { type ReactNode, useEffect, useId, useState } from "react";
import { useLanguage, useSay } from "../lib/language";
import type { ListState } from "../lib/list-state";
import { phrases } from "../lib/phrases";

/** Milliseconds without a key before a search begins. */
const TYPING_PAUSE = 300;
/** Select takes no empty value, so "all" has one of its own. */
const ALL = "all";

/** A filter's field under its name. */
function Labelled(props: { id: string; label: Phrase; isWide?: boolean; children: ReactNode }) {
  const say = useSay();
  return (
    <div className={`flex flex-col gap-y-1 ${props.isWide ? "min-w-64" : "min-w-44"}`}>
      <Label htmlFor={props.id} size="xsmall">
        {say(props.label)}
      </Label>
      {props.children}
    </div>
  );
}

/** A search field that writes `q` into the address after a pause in typing. */
export function SearchFilter({ list, label }: { list: ListState; label: Phrase }) {
  const id = useId();
  const current = list.valueOf("q");
  const [text, setText] = useState(current);
  const { setFilter } = list;
  useEffect(() => {
    if (text === current) return;
    const timer = setTimeout(() => setFilter("q", text.trim()), TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [text, current, setFilter]);
  return (
    <Labelled id={id} label={label} isWide>
      <Input
        id={id}
        type="search"
        size="small"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </Labelled>
  );
}

interface Choice {
  value: string;
  label: string;
}

/** A choice that writes one parameter into the address; the first one, "all", takes it out. */
export function ChoiceFilter(props: {
  list: ListState;
  name: string;
  label: Phrase;
  choices: readonly Choice[];
  /** What the list shows without the parameter, when that is not all. */
  all?: Phrase;
}) {
  const { list, name, label, choices, all = phrases.all } = props;
  const say = useSay();
  const id = useId();
  return (
    <Labelled id={id} label={label}>
      <Select
        size="small"
        value={list.valueOf(name) || ALL}
        onValueChange={(value) => list.setFilter(name, value === ALL ? "" : value)}
      >
        <Select.Trigger id={id}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          <Select.Item value={ALL}>{say(all)}</Select.Item>
          {choices.map((choice) => (
            <Select.Item key={choice.value} value={choice.value}>
              {choice.label}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </Labelled>
  );
}

/** A day that writes one parameter into the address; an emptied field takes it out. */
export function DayFilter(props: { list: ListState; name: string; label: Phrase }) {
  const { list, name, label } = props;
  const id = useId();
  return (
    <Labelled id={id} label={label}>
      <Input
        id={id}
        type="date"
        size="small"
        value={list.valueOf(name)}
        onChange={(event) => list.setFilter(name, event.target.value)}
      />
    </Labelled>
  );
}

/** The 34 provinces by name. */
export function ProvinceFilter({ list }: { list: ListState }) {
  const language = useLanguage();
  const choices = PROVINCES.map((province) => ({
    value: province.code,
    label: provinceName(province, language),
  })).sort((a, b) => compareVietnamese(a.label, b.label));
  return <ChoiceFilter list={list} name="province" label={phrases.province} choices={choices} />;
}
