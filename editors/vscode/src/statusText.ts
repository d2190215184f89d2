/** What the status bar says about a draft. */

/** The answer of the server to `resolint/status`. */
export interface Status {
  readonly resolutions: number;
  readonly body: string | null;
  readonly stage: string | null;
  readonly era: string | null;
  readonly guide: string | null;
  readonly counts: Readonly<Record<"error" | "warning" | "info", number>>;
  /** How many findings “Tidy Draft” corrects. */
  readonly tidy?: number;
}

/** The names of the bodies that have a profile. */
const BODIES: Readonly<Record<string, string>> = {
  ga: "General Assembly",
  sc: "Security Council",
  ecosoc: "Economic and Social Council",
  hrc: "Human Rights Council",
  commission: "Commission",
  mun: "Model United Nations",
  cop: "Conference of parties",
  wha: "World Health Assembly",
  itu: "ITU",
  imo: "IMO",
  cgpm: "CGPM",
  oiml: "OIML",
  other: "Other body",
};

/** Return the short text: body or guide, stage, and the counts that are not zero. */
export function shortText(status: Status): string {
  const body = status.guide ?? status.body;
  const kind = [body?.toUpperCase(), status.stage].filter(Boolean).join(" ");
  return [kind || "resolution", counts(status)].join(" · ");
}

/** Return the lines of the hover text, as Markdown. */
export function hoverLines(status: Status): string[] {
  const row = (name: string, value: string | null | undefined) => (value ? [`**${name}:** ${value}`] : []);
  const lines = [
    ...row("Body", status.body && (BODIES[status.body] ?? status.body)),
    ...row("Guide", status.guide),
    ...row("Stage", status.stage),
    ...row("Era", status.era),
    ...row("Resolutions", status.resolutions > 1 ? String(status.resolutions) : ""),
    ...row("Findings", counts(status)),
  ];
  return status.tidy ? [...lines, `[Tidy Draft](command:resolint.tidy) corrects ${status.tidy} of them.`] : lines;
}

function counts(status: Status): string {
  const { error, warning, info } = status.counts;
  const parts = [plural(error, "error"), plural(warning, "warning"), info === 0 ? "" : `${info} info`].filter(Boolean);
  return parts.join(", ") || "no findings";
}

function plural(count: number, noun: string): string {
  return count === 0 ? "" : `${count} ${noun}${count === 1 ? "" : "s"}`;
}
