import type {
  InputHTMLAttributes,
  ReactNode,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from "react";
import { useId } from "react";

export type FieldFacts = {
  label: ReactNode;
  name: string;
  /** Said below the label, before anything goes wrong. */
  hint?: ReactNode;
  /** A sentence that says what is wrong and gives an example. */
  error?: ReactNode;
  className?: string | undefined;
};

type Wiring = {
  id: string;
  name: string;
  className: string;
  "aria-invalid"?: true;
  "aria-describedby"?: string;
};

/** Label, hint, control and error, wired together for a screen reader. */
function Field({
  facts: { label, name, hint, error, className },
  givenId,
  children,
}: {
  facts: FieldFacts;
  givenId: string | undefined;
  children: (wiring: Wiring) => ReactNode;
}) {
  const madeId = useId();
  const id = givenId ?? `${name}${madeId.replaceAll(":", "-")}`;
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean);
  const wiring: Wiring = { id, name, className: "input" };
  if (error) wiring["aria-invalid"] = true;
  if (described.length > 0) wiring["aria-describedby"] = described.join(" ");
  return (
    <div className={className ? `field ${className}` : "field"}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className="small quiet">
          {hint}
        </p>
      ) : null}
      {children(wiring)}
      {error ? (
        <p id={`${id}-error`} className="fault">
          {error}
        </p>
      ) : null}
    </div>
  );
}

type Wired<T> = FieldFacts & Omit<T, "name" | "className">;

/** Parts the words around a control from what the control itself takes. */
function parted<Props extends FieldFacts & { id?: string | undefined }>(props: Props) {
  const { label, name, hint, error, className, id, ...rest } = props;
  return { field: { facts: { label, name, hint, error, className }, givenId: id }, rest };
}

/** One line of text. */
export function TextField(props: Wired<InputHTMLAttributes<HTMLInputElement>>) {
  const { field, rest } = parted(props);
  return <Field {...field}>{(wiring) => <input {...rest} {...wiring} />}</Field>;
}

/** Several lines of text. */
export function TextArea(props: Wired<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  const { field, rest } = parted(props);
  return <Field {...field}>{(wiring) => <textarea {...rest} {...wiring} />}</Field>;
}

/** One of a list, with the phone's own picker; `children` are its options. */
export function SelectField(props: Wired<SelectHTMLAttributes<HTMLSelectElement>>) {
  const { field, rest } = parted(props);
  return <Field {...field}>{(wiring) => <select {...rest} {...wiring} />}</Field>;
}
