// SPDX-License-Identifier: Apache-2.0
#include "rewrite/kept_records.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "rewrite/helper_text.h"
#include "rewrite/worker_wrapper.h"

namespace ppp::rewrite {
namespace {

using Lines = std::vector<HelperLine>;

/// The message is made when it is logged, as what it is made of may change; the
/// record when it is written, so that times and threads are those of the loop.
Lines filter_lines(const std::string& records) {
  return {{0, ""},
          {1, "def filter(self, record):"},
          {2, fmt::format("records = {}", records)},
          {2, "if records is None:"},
          {3, "return True"},
          {2, "kept = {\"msg\": record.getMessage()}"},
          {2, "for field in self.fields.split():"},
          {3, "kept[field] = record.__dict__[field]"},
          {2, "records.append(kept)"},
          {2, "return False"},
          {0, ""}};
}

Lines log_lines(int depth, const std::string& logging) {
  return {{depth, "for kept in records:"},
          {depth + 1,
           fmt::format("logger = {}.getLogger(kept[\"name\"])", logging)},
          {depth + 1,
           fmt::format("logger.handle({}.makeLogRecord(kept))", logging)},
          {depth, "if error is not None:"},
          {depth + 1, "raise error"}};
}

Lines class_lines(const std::string& head) {
  return {
      {0, "class " + head + ":"},
      {1,
       "\"\"\"A filter that keeps what a worker logs, until its turn.\"\"\""},
      {0, ""},
      {1, "fields = \"name levelno levelname pathname filename module\""}};
}

void append(Lines& lines, const Lines& more) {
  lines.insert(lines.end(), more.begin(), more.end());
}

/// For pools. The pool's iterator cancels what is left when the loop ends.
Lines pool_class(const Request& request, const std::string& name,
                 const std::string& logging) {
  Lines lines = class_lines(
      fmt::format("{}({}.local)", name, request.imports.module("threading")));
  lines.push_back({1, "records = None"});
  append(lines, filter_lines("self.records"));
  append(
      lines,
      {{1, "def call(self, function, *arguments):"},
       {2, "\"\"\"Give what the call returns, raises and logs.\"\"\""},
       {2, "self.records = []"},
       {2, "result = error = None"},
       {2, "try:"},
       {3, "result = function(*arguments)"},
       {2, "except BaseException as raised:"},
       {3, "error = raised"},
       {2, "return result, error, self.records"},
       {0, ""},
       {1, "def in_turn(self, results):"},
       {2,
        "\"\"\"Yield or raise what call() gave, behind what it logged.\"\"\""},
       {2, "try:"},
       {3, "for result, error, records in results:"}});
  append(lines, log_lines(4, logging));
  append(lines, {{4, "yield result"}, {2, "finally:"}, {3, "results.close()"}});
  return lines;
}

/// For tasks of the event loop. One that is cancelled has logged nothing.
Lines task_class(const Request& request, const std::string& name,
                 const std::string& logging) {
  Lines lines = class_lines(name);
  lines.push_back(
      {1, fmt::format("records = {}(\"records\", default=None)",
                      request.imports.symbol("contextvars", "ContextVar"))});
  append(lines, filter_lines("self.records.get()"));
  append(lines,
         {{1, "async def call(self, function, *arguments):"},
          {2, "\"\"\"Give what the call returns, raises and logs.\"\"\""},
          {2, "records = []"},
          {2, "self.records.set(records)"},
          {2, "result = error = None"},
          {2, "try:"},
          {3, "result = await function(*arguments)"},
          {2, "except Exception as raised:"},
          {3, "error = raised"},
          {2, "return result, error, records"},
          {0, ""},
          {1, "def taken(self, outcome):"},
          {2,
           "\"\"\"Give or raise what call() gave, behind what it "
           "logged.\"\"\""},
          {2, "result, error, records = outcome"}});
  append(lines, log_lines(2, logging));
  lines.push_back({2, "return result"});
  return lines;
}

/// Adds the class's definition, its instance and the filters.
void define(const Request& request, const LoopShape& shape, Lines lines,
            const std::string& name, const std::string& logging,
            Worker& worker) {
  append(lines,
         {{0, ""}, {0, ""}, {0, fmt::format("{} = {}()", worker.kept, name)}});
  const std::uint32_t before = place_of_helpers(request);
  worker.helpers.push_back({before, helper_text(request, shape, lines)});
  for (const std::string& logger : request.candidate.work.loggers) {
    worker.helpers.push_back(
        {before, fmt::format("{}.getLogger({}).addFilter({})", logging, logger,
                             worker.kept)});
  }
}

}  // namespace

void keep_records(const Request& request, const LoopShape& shape,
                  const Parameters& parameters, bool processes,
                  Worker& worker) {
  if (request.candidate.work.loggers.empty()) return;
  const std::string logging = request.imports.module("logging");
  const std::string name = request.names.local({"KeptRecords"});
  worker.kept = request.names.local({"kept_records"});
  define(request, shape, pool_class(request, name, logging), name, logging,
         worker);
  if (!processes) return;
  const std::string names = joined(parameters_of(parameters, worker));
  const std::string function =
      request.names.fresh({base_name(worker) + "_kept"});
  wrap(request, shape, function,
       {{0, fmt::format("def {}({}):", function, names)},
        {1, fmt::format("\"\"\"Also give what {}() raised and logged.\"\"\"",
                        worker.function)},
        {1, fmt::format("return {}.call({}, {})", worker.kept, worker.function,
                        names)}},
       worker);
}

void keep_task_records(const Request& request, const LoopShape& shape,
                       Worker& worker) {
  if (request.candidate.work.loggers.empty()) return;
  const std::string logging = request.imports.module("logging");
  const std::string name = request.names.local({"KeptTaskRecords"});
  worker.kept = request.names.local({"kept_task_records"});
  define(request, shape, task_class(request, name, logging), name, logging,
         worker);
}

}  // namespace ppp::rewrite
