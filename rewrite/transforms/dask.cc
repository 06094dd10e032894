// SPDX-License-Identifier: Apache-2.0
// dask
//
//   before   for path in paths: parts.append(pd.read_csv(path))
//            sales = pd.concat(parts)
//            print(sales["units"].max())
//   after    sales_asked = sales_by_dask(paths)
//            if sales_asked is None: … sales_asked = asked_of_sales(sales)
//            print(next(sales_asked))
//
// For tables that are read from many files and then only reduced: a few files
// are in memory at a time, and what is asked of all is put together from what
// each gives. Each file is read as before, and must have the same columns and
// types as the first; where one has not, or anything fails or warns, the loop
// itself runs. Then what is asked is only computed where it stood, so it fails
// where it failed. Sound when nothing else is asked of the table (the plan's
// proof). Hence kChecked.

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "advisor/file_table.h"
#include "base/check.h"
#include "rewrite/helper_text.h"
#include "rewrite/kernel_rewrite.h"
#include "rewrite/layout.h"
#include "rewrite/transforms.h"

namespace ppp::rewrite {
namespace {

using advisor::AskedOfTable;
using advisor::FileTable;
using advisor::Node;
using Lines = std::vector<HelperLine>;

// Seconds, where it cannot be measured; and the part of the loop that threads
// do at once: parsing, without the interpreter lock.
constexpr double kImportDask = 0.4;
constexpr double kAtOnce = 0.4;

struct DaskNames {
  std::string asked;    ///< the function that asks
  std::string by_dask;  ///< the function that reads
  std::string answers;  ///< the variable for what is asked
  std::string pandas, dask, frames, pool, warnings, path, is_file;
};

std::string labels(const std::set<std::string>& all) {
  std::string text;
  for (const std::string& label : all) {
    text += (text.empty() ? "\"" : ", \"") + label + "\"";
  }
  return text;
}

/// The call that reads a file, of the parameter `path`.
std::string read_text(const FileTable& table, const std::string& pandas) {
  const Node arguments = table.read.field("arguments");
  std::string text =
      pandas + "." +
      std::string(table.read.field("function").field("attribute").text()) +
      "(path";
  for (Node option : arguments.children().subspan(1)) {
    text += ", " + std::string(option.text());
  }
  return text + ")";
}

Lines asking_function(const FileTable& table, const DaskNames& names) {
  Lines lines = {{0, fmt::format("def {}({}):", names.asked, table.table)},
                 {1, "\"\"\"What is asked of the table, in this order.\"\"\""}};
  for (const AskedOfTable& one : table.asked) {
    lines.push_back({1, "yield " + one.text});
  }
  return lines;
}

/// One file: with rows, columns of integers and of texts without others among
/// them, and the types that the first file has.
Lines reading_function(const FileTable& table, const DaskNames& names) {
  std::string read = read_text(table, names.pandas);
  if (!table.columns.empty()) read += "[[" + labels(table.columns) + "]]";
  Lines lines = {{1, "def read(path, dtypes=None):"},
                 {2, "table = " + read},
                 {2, "fits = len(table) > 0"},
                 {2, "if dtypes is not None:"},
                 {3, "fits = fits and table.dtypes.equals(dtypes)"}};
  if (!table.integers.empty()) {
    lines.push_back(
        {2, fmt::format("for label in [{}]:", labels(table.integers))});
    lines.push_back({3, "fits = fits and table[label].dtype == \"int64\""});
  }
  if (!table.numbers.empty()) {
    lines.push_back(
        {2, fmt::format("for label in [{}]:", labels(table.numbers))});
    lines.push_back({3, "kind = str(table[label].dtype)"});
    lines.push_back({3, "fits = fits and kind in {\"int64\", \"float64\"}"});
  }
  if (!table.keys.empty()) {
    lines.push_back({2, fmt::format("for label in [{}]:", labels(table.keys))});
    lines.push_back({3, "if table[label].dtype != \"int64\":"});
    lines.push_back(
        {4, fmt::format("kind = {}.api.types.infer_dtype(table[label])",
                        names.pandas)});
    lines.push_back({4, "fits = fits and kind == \"string\""});
  }
  extend(lines, {{2, "if not fits:"},
                 {3, "raise ValueError(path)"},
                 {2, "return table"}});
  return lines;
}

Lines dask_function(const FileTable& table, const DaskNames& names,
                    int workers) {
  Lines lines = {
      {0, fmt::format("def {}(paths):", names.by_dask)},
      {1,
       fmt::format("\"\"\"{}() of files, a few in memory; None: ask the loop."
                   "\"\"\"",
                   names.asked)},
      {0, ""}};
  extend(lines, reading_function(table, names));
  extend(lines,
         {{0, ""},
          {1, "def fail(warning, *place, **other):"},
          {2, "raise warning"},
          {0, ""},
          {1, "try:"},
          {2, "if type(paths) not in (list, tuple):  # it may tell one by one"},
          {3, "return None"},
          {2, fmt::format("plain = str, type({}())", names.path)},
          {2, fmt::format(
                  "if not all(type(path) in plain and {}(path) for path in "
                  "paths):",
                  names.is_file)},
          {3, "return None"},
          {2, "options = {\"dataframe.convert-string\": False}"},
          {2, fmt::format("with {}.catch_warnings(), {}.config.set(options):",
                          names.warnings, names.dask)},
          {3, names.warnings + ".showwarning = fail"},
          {3, "first = read(paths[0])"},
          {3, fmt::format("table = {}.from_map(", names.frames)},
          {4, "read, paths, dtypes=first.dtypes, meta=first.iloc[:0]"},
          {3, ")"},
          {3, fmt::format("with {}(max_workers={}) as pool:", names.pool,
                          workers)},
          {4, fmt::format("answers = {}.compute(", names.dask)},
          {5, fmt::format("*{}(table), scheduler=\"threads\", pool=pool",
                          names.asked)},
          {4, ")"},
          {1, "except Exception:"},
          {2, "return None"},
          {1, "return iter(answers)"}});
  return lines;
}

std::string paths_text(const FileTable& table) {
  const std::string source(table.source.text());
  if (table.path.is("identifier") && table.path.text() == table.item.text()) {
    return source;
  }
  return fmt::format("[{} for {} in {}]", table.path.text(), table.item.text(),
                     source);
}

/// The statements stay as they are, under a condition: a warning shows their
/// text.
std::vector<Edit> edits_of(const Request& request, const FileTable& table,
                           const DaskNames& names) {
  const advisor::SourceFile& source = request.source;
  const std::uint32_t begin = table.reading.range().begin;
  const std::uint32_t end = table.making.range().end;
  const std::string indent = newline_of(source) + indent_of(source, begin);
  const std::string unit = indent_unit(source, table.reading);
  std::vector<Edit> edits = indent_lines(source, {begin, end}, unit, {});
  std::erase_if(edits,
                [&](const Edit& edit) { return edit.range.begin <= begin; });
  edits.push_back(
      {{begin, begin},
       fmt::format("{0} = {1}({2}){3}if {0} is None:{3}{4}", names.answers,
                   names.by_dask, paths_text(table), indent, unit)});
  edits.push_back({{end, end},
                   fmt::format("{}{}{} = {}({})", indent, unit, names.answers,
                               names.asked, table.table)});
  for (const AskedOfTable& one : table.asked) {
    const std::string next = "next(" + names.answers + ")";
    edits.push_back(
        {one.expression.range(), one.counts ? "int(" + next + ")" : next});
  }
  return edits;
}

}  // namespace

Proposal dask(const Request& request) {
  if (!reads_files(request.candidate)) {
    if (!request.candidate.table_obstacles.empty()) {
      return request.candidate.table_obstacles.front();
    }
    return refusal(request, "no-file-table",
                   "the loop reads no table from files that is only reduced");
  }
  const auto found = advisor::file_table(
      request.source,
      advisor::node_at(request.source.root(), request.candidate.loop.range),
      has_evidence(request.candidate, "inexact-sums"));
  PPP_CHECK(std::holds_alternative<FileTable>(found));
  const auto& table = std::get<FileTable>(found);
  const advisor::SourceFile& source = request.source;
  if (!begins_line(source, table.reading.range().begin) ||
      !begins_line(source, table.making.range().begin) ||
      !ends_line(source, table.making.range().end)) {
    return refusal(request, "one-line-block",
                   "the statement does not stand on lines of its own");
  }
  if (!request.options.dask_import_s) {
    return refusal(request, "needs-dask",
                   "with dask the files would not all be in memory: "
                   "pip install \"dask[dataframe]\"");
  }
  if (request.options.free_threaded) {
    return refusal(request, "warns-by-thread",
                   "this Python lets each thread decide what it warns of");
  }
  DaskNames names;
  names.asked = request.names.fresh({"asked_of_" + table.table});
  names.by_dask = request.names.fresh({table.table + "_by_dask"});
  names.answers = request.names.local({table.table + "_asked"});
  names.pandas = request.imports.module_as("pandas", "pd");
  names.dask = request.imports.module("dask");
  names.frames = request.imports.module_as("dask.dataframe", "dd");
  names.warnings = request.imports.module("warnings");
  names.pool =
      request.imports.symbol("concurrent.futures", "ThreadPoolExecutor");
  names.path = request.imports.symbol("pathlib", "Path");
  names.is_file = request.imports.symbol("os.path", "isfile");
  Rewrite rewrite;
  rewrite.safety = Safety::kChecked;
  for (const Lines& lines :
       {asking_function(table, names),
        dask_function(table, names, request.options.workers)}) {
    rewrite.definitions.push_back(
        {place_of_kernel(request), definition_text(request, lines)});
    if (auto refused = refuse_builtins(request, lines)) return *refused;
  }
  if (auto refused = refuse_builtins(request, {{0, "int(next)"}}))
    return *refused;
  rewrite.edits = edits_of(request, table, names);
  if (!table.inexact.empty()) {
    rewrite.assumptions.push_back(
        within_tolerance(request.candidate.loop, table.inexact));
  }
  rewrite.summary = "a few files in memory at a time, by dask";
  return rewrite;
}

double dask_loop_speedup(const advisor::Candidate& candidate,
                         const Rewrite& /*rewrite*/,
                         const RewriteOptions& options) {
  const double before = candidate.loop.cost.wall_s * options.ran_share;
  if (before <= 0) return 1.2;  // nothing was measured
  const double after =
      before * (1 - kAtOnce + kAtOnce / std::max(1, options.workers));
  return before / (options.dask_import_s.value_or(kImportDask) + after);
}

}  // namespace ppp::rewrite
