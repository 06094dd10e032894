// SPDX-License-Identifier: Apache-2.0
// Calls in which pandas runs a function for each row of a table, or for each
// item of a column: df.apply(f, axis=1), df["price"].apply(f) or .map(f); or
// for each group of rows.

#pragma once

#include <optional>
#include <string>

#include "advisor/source_file.h"
#include "advisor/syntax.h"

namespace ppp::advisor {

struct RowCall {
  Node call;
  Node frame;
  Node function;      ///< a lambda or a name
  Node statement;     ///< of whose value the call is the first part
  std::string label;  ///< of the column; empty: whole rows
};

/// By its form alone: what is assigned or returned, or begins that.
std::optional<RowCall> row_call(Node call);

/// A call in which pandas runs a function for each group of rows:
/// df.groupby("city").apply(f), df.groupby("city")[["price"]].apply(f),
/// df.groupby("city")["price"].apply(f), also .agg(f) and .transform(f) of a
/// column.
struct GroupCall {
  enum class Way { kApply, kAggregate, kTransform };
  Node call;
  Way way = Way::kApply;
  Node frame;      ///< `df`, a variable
  Node grouping;   ///< `df.groupby("city")`
  Node selection;  ///< `["price"]`, the text in brackets, or a list of it;
                   ///< null: all columns
  bool keyless = false;  ///< of these, but for the key: `include_groups=False`
  Node function;         ///< a lambda or a name
  Node statement;        ///< of whose value the call is the first part
  std::string column;    ///< the function is given its items; empty: rows
};

/// By its form alone: what is assigned or returned, or begins that.
std::optional<GroupCall> group_call(Node call);

/// For certain, before anything that could be rewritten runs.
bool imports_pandas(const SourceFile& source);

/// The text of a string without escapes; nothing for any other expression.
std::optional<std::string> label_text(Node node);

/// An attribute or subscript that is assigned to, or deleted.
bool is_target(Node node);

}  // namespace ppp::advisor
