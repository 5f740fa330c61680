/** Numbers of HiveServer2's interface (TCLIService.thrift). */

/** The version from which results come as columns; servers answer with what they know. */
export const client_protocol = 9;

export const statusCode = { success: 0, success_with_info: 1, still_executing: 2 } as const;

export const operationState = {
  initialized: 0,
  running: 1,
  finished: 2,
  canceled: 3,
  closed: 4,
  error: 5,
  unknown: 6,
  pending: 7,
  timedout: 8,
} as const;

/** Types of columns, as far as their values are told apart here. */
export const columnType = {
  boolean: 0,
  tinyint: 1,
  smallint: 2,
  int: 3,
  bigint: 4,
  float: 5,
  double: 6,
  string: 7,
  timestamp: 8,
  binary: 9,
  decimal: 15,
  null: 16,
  date: 17,
} as const;
