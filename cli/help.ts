export type CommandName = 'load' | 'check' | 'plan' | 'status' | 'late';

const CODES = `Exit codes
  0   complete: every row was accepted by Peak (accepted means queued; check reads: no row is held back)
  1   rows stay out: held back by findings, rejected by Peak, or accepted and failed later
  2   the command, the plan file or the environment is not usable; nothing was sent
  3   batches are in doubt and wait for your word
  4   rows are waiting: stopped, or Peak is down or busy; the same command goes on
  5   somebody has to act first: token, host, schema, header or tenant
  6   the file cannot be read
  70  a fault of this program, or a journal that cannot be written`;

const ENVIRONMENT = `Environment
  PEAK_AUTH_TOKEN        the token; never an argument, for arguments are seen by everybody on the machine
  ONRAMP_SANDBOX_URL     where host "sandbox" is, such as http://127.0.0.1:4010
  ONRAMP_ALLOWED_HOSTS   other hosts that may be called (https origins, comma between)
  HTTPS_PROXY, NO_PROXY  the http or https proxy that https leaves through (another kind is warned of and not used), and
                         the hosts, addresses and address/prefix that are reached without it (* for all)
  ONRAMP_RATE            requests a second, 50 unless said
  REDIS_URL              shares that rate with everybody at this Redis; with the ONRAMP_SECRET of the app's servers
                         also with them, without it with the other commands on the same host`;

export const HELP: Record<CommandName, string> = {
  load: `onramp load <plan.json> --file <data> [options]

Checks the file against the live schema, freezes a plan, and sends its batches. Everything is written down in a
journal before and after each request, so the same command goes on at the exact batch after any interruption, and
sends nothing when everything was sent already.

  --file <path>              the file to load: CSV or any separated text, .gz of it, or .xlsx
  --hold-back                send the rows without findings, hold back the others (else nothing is sent)
  --resend-doubt             send batches in doubt again (APPEND: rows that were stored are then there twice)
  --treat-doubt-as-stored    count batches in doubt as accepted
  --same-tenant              the token is another one than the load began with, but of the same tenant
  --accept-schema            the live schema changed since the plan file was made, and that is known
  --again                    begin the same load once more when it is finished (until then it goes on with it), or send
                             all rows of a file by APPEND although some may be there: its plan was changed since, or a
                             load from this path left rows out, or rows that are the same in every value were sent
                             (of a file of more than 1,048,576 rows a sample is compared, which may miss a few such rows)
  --journal <folder>         where loads are written down (beside the plan file: <plan>.loads)
  --json                     one JSON line per event, for programs

${CODES}

${ENVIRONMENT}`,
  check: `onramp check <plan.json> --file <data> [options]

Checks the whole file against the live schema and sends nothing.

  --file <path>              the file to check
  --findings <out.csv>       every finding: row, column, severity, code, value
  --held <out.csv>           every row that is held back, in its own columns, with the reasons
  --accept-schema            the live schema changed since the plan file was made, and that is known
  --json                     one JSON line per event, for programs

${CODES}

${ENVIRONMENT}`,
  plan: `onramp plan --host <host> --solution <name> --table <name> --file <data> [options]

Writes a plan file from a data file whose header names the table's columns (case, spaces and underscores do not
count). For columns under other names make the plan in the app: Send, "Plan for the command line".

  --host <host>              hub, sandbox, a cluster's name, or an address that ONRAMP_ALLOWED_HOSTS lists
  --solution <name>          solution name, such as QP_OOTB
  --table <name>             SALE or QP_SALE_OOTB
  --file <path>              a file with the header
  --operation <type>         UPSERT or APPEND (by the table's key unless said)
  --duplicates <policy>      keep-last, keep-first, keep-newest, hold-all, or keep-all (APPEND only)
  --newest-by <column>       the table's column that tells the newest row of a key: a date, a moment or a number
  --rows-per-batch <rows>    1 to 2000; 500 unless said
  --delimiter <character>    instead of the one the file shows
  --encoding <name>          instead of the one the file shows
  --sheet <name>             a sheet of a workbook, the first with values unless said; several are joined, in this order
  --by-heading               join sheets whose columns stand in another order or number
  --out <plan.json>          where to write it; standard output unless said

${CODES}

${ENVIRONMENT}`,
  status: `onramp status <plan.json> [options]

Lists the loads made from a plan file and their accounts, from the journal alone. Needs no token and no network.

  --journal <folder>         where loads are written down (beside the plan file: <plan>.loads)
  --json                     one JSON line per load, for programs

${CODES}`,
  late: `onramp late <plan.json> [--failed <export> --file <data> | --count <rows> | --undo <id>] [options]

Accepted is not written: what Peak could not write later stands in the table's _failed_rows. Tell it here, and the
account moves. Without one of the three it lists what was told. Needs no token and no network.

  --failed <export>          an export of _failed_rows: CSV or any separated text, .gz of it, or .xlsx. A line moves a row
                             only where all values that both have are equal; anything else is counted and told
  --file <data>              the file that was loaded, whose rows the lines are told from
  --count <rows>             a number without rows, as a dashboard tells it
  --undo <id>                take back what was told under that id
  --load <id>                which load (onramp status lists them); the newest unless said
  --journal <folder>         where loads are written down (beside the plan file: <plan>.loads)
  --json                     one JSON line per event, for programs

${CODES}`,
};

export const GENERAL = `Peak Onramp at the command line: a file into a table, nothing lost and nothing twice.

  onramp plan     write a plan file: which file column goes to which table column, and how
  onramp check    check a file against the live schema; sends nothing
  onramp load     check, plan and send; goes on where it stopped
  onramp status   what became of the loads of a plan
  onramp late     rows that Peak accepted and could not write: from an export, or a number

  onramp <command> --help

${CODES}

${ENVIRONMENT}
`;
