/** Every limit Polyprism puts on what it reads. Each is tested at limit - 1, limit, limit + 1. */
export const limits = Object.freeze({
  /** Longest single value kept; a longer one makes its row refused. */
  value_bytes_max: 16 * 1024 * 1024,
  /** Longest row (all values of it together). */
  row_bytes_max: 64 * 1024 * 1024,
  /** Most columns in one table (MySQL itself stops at 4,096). */
  columns_max: 4_096,
  /** Most tables in one input. */
  tables_max: 20_000,
  /** Most files taken from one folder or archive. */
  files_max: 10_000,
  /** Most bytes one archive entry may expand to. */
  archive_entry_bytes_max: 1024 ** 4,
  /** Most an archive may expand, as output bytes per input byte, once past the grace below. */
  archive_ratio_max: 200,
  /** Output bytes before the ratio is judged: small files of zeros are not an attack. */
  archive_ratio_grace_bytes: 64 * 1024 * 1024,
  /** Archives inside archives. */
  archive_depth_max: 1,
  /** Bytes of a built pack, packed and unpacked: it is held in memory to be verified. */
  bundle_bytes_max: 64 * 1024 * 1024,
  /** Bytes of a case.yaml. */
  case_bytes_max: 1024 * 1024,
  /** Bytes of an appraisal.json that is done again. */
  appraisal_bytes_max: 256 * 1024 * 1024,
  /** Bytes of a waivers.yaml. */
  waivers_bytes_max: 16 * 1024 * 1024,
  /** Bytes of a link-cuts.yaml. */
  link_cuts_bytes_max: 1024 * 1024,
  /** Bytes of the signatures of a built pack, and of a trust.yaml. */
  signatures_bytes_max: 1024 * 1024,
  /** Files of a draft of a pack, and characters of all of them. */
  draft_files_max: 400,
  draft_chars_max: 900_000,
  /** Seconds a draft is checked, tested and run; bytes its process may take. */
  draft_lint_s_max: 5,
  draft_test_s_max: 120,
  draft_run_s_max: 600,
  draft_memory_bytes_max: 1536 * 1024 * 1024,
  /** Findings of a draft's run that are shown; all are counted. */
  draft_findings_max: 100,
  /** Opinions of one proposal, and characters of one. */
  opinions_max: 5_000,
  opinion_chars_max: 5_000,
  /** Bytes of a commission plan. */
  plan_bytes_max: 1024 * 1024,
  /** Ranks, rules, products, or ways and conditions of one of them. */
  plan_items_max: 200,
  /** Levels a rule of a plan may number; beyond, it is written as without end. */
  plan_depth_max: 1_000,
  /** Seconds one plan is studied on the server. */
  plan_study_s_max: 300,
  /** Milliseconds a plan is looked at while somebody waits for the answer. */
  plan_check_ms_max: 30_000,
  /** People who could join a simulated network, months it grows, and times it is played. */
  simulation_population_max: 1_000_000,
  simulation_months_max: 120,
  simulation_runs_max: 100_000,
  /** People over all runs of a simulation: what is observed of them is held in memory. */
  simulation_people_max: 20_000_000,
  /** Levels of a simulated network told apart; the last one takes those below it. */
  simulation_groups_max: 200,
  /** Bytes of an Excel workbook: it is held in memory to be read. */
  workbook_bytes_max: 256 * 1024 * 1024,
  /** Bytes of a file of records to check: it is held in memory; whole data sets are inspected. */
  records_bytes_max: 64 * 1024 * 1024,
  /** Nesting of JSON values. */
  json_depth_max: 64,
  /** Characters of a value shown in an issue or as evidence. */
  shown_chars_max: 200,
  /** Terms told of one text; those beyond are counted by their list. */
  text_hits_max: 10_000,
  /** Organiser candidates listed in the report; all are in network_member. */
  network_candidates_max: 1_000_000,
  /** Ids in the uplines of the largest candidates together: chains can be a million deep. */
  network_path_ids_max: 200_000,
  /** Organiser candidates whose counts the report gives under every profile. */
  network_brackets_max: 10_000,
  /** Structures the report describes level by level. */
  network_schemes_max: 100,
  /** Levels of a tree that the SQL forest climbs, two statements each; kernels know no bound. */
  sql_forest_levels_max: 2_000,
  /** Months of growth that are looked at: the latest ones. */
  growth_months_max: 120,
  /** Members times months looked at where the forest is made anew for each month. */
  growth_member_months_max: 300_000_000,
  /** Levels whose first month is listed. */
  growth_levels_max: 1_000,
  /** Members visited to count what stood below those who left and still earned. */
  network_exit_members_max: 500_000_000,
  /** Characters of an id in an event of the live network. */
  live_id_chars_max: 256,
  /** Refused events of the live network that are listed; all are counted. */
  live_refusals_max: 100_000,
  /** Characters of a batch of events that arrives, and of one of them. */
  event_batch_bytes_max: 16 * 1024 * 1024,
  event_bytes_max: 1024 * 1024,
  /** Characters of a mapping sent with an inspection: a body has no more. */
  mapping_chars_max: 512 * 1024,
  /** Characters of a webhook mapping. */
  webhook_mapping_bytes_max: 1024 * 1024,
  /** Events of a batch, rows of an event, characters of the id of one. */
  event_batch_max: 10_000,
  event_rows_max: 1_000,
  event_id_chars_max: 200,
  /** Distinct pairs of buyer and listing searched for dense blocks: 16 bytes each and more. */
  signal_pairs_max: 30_000_000,
  /** Months, plans, levels and flows of money the report holds; the derived tables have all. */
  funding_rows_max: 1_200,
  /** Files of a bag, and bytes of the text files that are held in memory to be verified. */
  bag_files_max: 100_000,
  bag_text_bytes_max: 256 * 1024 * 1024,
  /** Bytes of all files of a bag in an archive, and of the list of them at its end. */
  archive_bytes_max: 2 ** 40,
  archive_directory_bytes_max: 256 * 1024 * 1024,
  /** Bytes and parts of a path in a bag. */
  bag_path_bytes_max: 1_024,
  bag_depth_max: 32,
  /** Bytes of a record of custody, and of a file of verifier keys. */
  custody_bytes_max: 16 * 1024 * 1024,
  keys_bytes_max: 64 * 1024,
  /** Events of a matter in a bag. */
  bag_events_max: 10_000,
  /** Earlier checkpoints a bag may bring the proof from, and those one is made with. */
  bag_earlier_max: 1_000,
  bag_earlier_made: 100,
  /** Paths and places named for one promise; all are counted. */
  bag_named_max: 5,
  /** Bytes of a signed note or of a proof with its checkpoint, and signatures it bears. */
  note_bytes_max: 64 * 1024,
  note_signatures_max: 64,
  /** Bytes of a timestamp token of an authority, with the certificates it brings. */
  timestamp_bytes_max: 64 * 1024,
  /** Bytes of an entry of the log: its length is told in two bytes. */
  log_entry_bytes_max: 65_535,
  /** Bytes of a JSON body sent to the server; files are uploaded in parts instead. */
  http_body_bytes_max: 1024 * 1024,
  /** Characters of an address the server is told to ask. */
  outbound_url_chars_max: 2_048,
  /** Bytes of the headers and of the body that come back; nobody is to fill the memory. */
  outbound_header_bytes_max: 16 * 1024,
  outbound_body_bytes_max: 1024 * 1024,
  /** Webhooks of one tenant. */
  webhooks_max: 20,
  /** Bytes of one uploaded file. */
  upload_bytes_max: 1024 ** 4,
  /** Bytes of all uploads and inspections of one tenant, where `serve` is told nothing else. */
  tenant_disk_bytes_max: 2 * 1024 ** 4,
  /** Raw values given at one look behind pseudonyms. */
  raw_values_max: 100,
  /** What counts fewer persons or firms than this is not told. */
  small_cell_below: 5,
  /** Matters with the words of a search that are looked at, the latest first. */
  search_matters_max: 200,
  /** Months that raw files are kept, at most. */
  kept_months_max: 1_200,
  /** Months of a market that are shown; the year before the first of them is read as well. */
  market_months_max: 36,
  /** Platforms of a jurisdiction whose figures are put together. */
  market_platforms_max: 2_000,
  /** Characters of a new password. */
  password_chars_min: 12,
  password_chars_max: 128,
  /** Addresses or callers whose pace is remembered at once. */
  rate_keys_max: 100_000,
  /** Findings kept as columns of numbers, to be counted: some 20 bytes each. */
  counted_findings_max: 3_000_000,
  /** Characters of one text in the data of a step, a reason among them. */
  casework_text_chars_max: 20_000,
  /** Characters of a matter's title. */
  casework_title_chars_max: 200,
  /** Characters of an id in the data of a step. */
  casework_id_chars_max: 256,
  /** Entries of one list in the data of a step. */
  casework_list_max: 1_000,
  /** Parties a matter is opened with. */
  casework_parties_max: 100,
  /** Events of one matter. */
  casework_events_max: 10_000,
  /** Subjects, or inspectors, of one draw. */
  draw_entries_max: 1_000_000,
  /** The weight of a subject in a draw. */
  draw_weight_max: 1_000_000,
  /** Bytes of the file of a published draw: as many as its lists can come to. */
  draw_bytes_max: 256 * 1024 * 1024,
  /** Seeds of one draw. */
  draw_seeds_max: 100,
  /** Bytes of a file of identities, and of the last receipt of a report: held in memory. */
  submission_bytes_max: 512 * 1024 * 1024,
  /** Lines of one list of a report owed, and subjects of a file of identities. */
  submission_lines_max: 1_000_000,
  /** Publications on a page or in a data file: the newest ones. */
  publications_shown_max: 10_000,
  data_files_shown_max: 500,
  /** One answer of a Spark server: bytes, values in lists, nesting; and seconds of silence. */
  spark_message_bytes_max: 256 * 1024 * 1024,
  spark_message_values_max: 16_000_000,
  spark_message_depth_max: 16,
  spark_silence_s_max: 600,
  /** Rows of one statement: they are held in memory to become findings. */
  spark_rows_max: 10_000_000,
  /** Object storage: seconds of silence, tries of one request, bytes of a part that is sent. */
  storage_silence_s_max: 60,
  storage_attempts_max: 5,
  storage_part_bytes: 16 * 1024 * 1024,
  /** Bytes of one answer of it that is held in memory: a page of a list, an account, a refusal. */
  storage_answer_bytes_max: 64 * 1024 * 1024,
  /** Evidence rows printed per provision in the report; all are in the CSV. */
  evidence_rows_shown_max: 200,
});

/** Numbers throughout, so that a test can ask for small ones. */
export type Limits = { readonly [name in keyof typeof limits]: number };
