// SPDX-License-Identifier: Apache-2.0
#include "advisor/vectorize.h"

#include <algorithm>
#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "advisor/changed_tables.h"
#include "advisor/grown_table.h"
#include "advisor/kernel_bits.h"
#include "advisor/kernel_reader.h"
#include "advisor/named_function.h"
#include "advisor/once.h"
#include "advisor/row_call.h"
#include "advisor/scopes.h"
#include "advisor/steady_tables.h"
#include "advisor/table_rows.h"

namespace ppp::advisor {
namespace {

/// Others could look at a list while the loop fills it.
std::optional<Reason> refuse_threads(const Trial& trial) {
  static const std::set<std::string_view> modules = {
      "threading", "_thread", "concurrent",
      "asyncio",   "signal",  "multiprocessing"};
  std::optional<Reason> found;
  for (const SourceFile& file : trial.project.files) {
    walk(file.root(), [&](Node node) {
      if (found || node.is("import_statement") ||
          node.is("import_from_statement")) {
        return !found;
      }
      const bool named = node.is("dotted_name") && !node.children().empty() &&
                         modules.contains(node.child(0).text());
      if (named) {
        found = Reason{"watched-lists",
                       "the program imports `" + std::string(node.text()) +
                           "`: others may look at a list while the loop runs",
                       {file.span(node.range())}};
      }
      return !found;
    });
  }
  return found;
}

bool keeps_something(const std::vector<KernelStep>& steps) {
  return std::any_of(steps.begin(), steps.end(), [](const KernelStep& step) {
    switch (step.kind) {
      case KernelStep::Kind::kAssign:
      case KernelStep::Kind::kSpread:
      case KernelStep::Kind::kRow:
      case KernelStep::Kind::kBreak:
      case KernelStep::Kind::kContinue:
        return false;
      case KernelStep::Kind::kLoop:
      case KernelStep::Kind::kIf:
      case KernelStep::Kind::kTuple:
      case KernelStep::Kind::kWhile:
        return keeps_something(step.body) || keeps_something(step.otherwise);
      default:
        return true;
    }
  });
}

/// Something may give a module another object of that name.
bool may_be_set(const Project& project, std::string_view name) {
  bool found = false;
  for (const SourceFile& file : project.files) {
    walk(file.root(), [&](Node node) {
      found = found || node.text() == "setattr" ||
              (node.is("attribute") && is_target(node) &&
               node.field("attribute").text() == name);
      return !found;
    });
  }
  return found;
}

/// The name means the function that the text shows, and nothing else.
bool stays_function(const Trial& trial, Node name) {
  const Value value = trial.interpreter.value_of(name);
  if (value.empty()) return !may_be_set(trial.project, name.text());
  if (value.size() != 1) return false;
  const Object& object = trial.interpreter.heap().at(*value.begin());
  return object.kind == Object::Kind::kFunction &&
         object.site == named_function(*trial.loop.source, name);
}

/// An option of pandas, but for those of display.
Node sets_option(const Project& project) {
  static const std::set<std::string_view> ways = {"option_context", "options",
                                                  "reset_option", "set_option"};
  Node found;
  for (const SourceFile& file : project.files) {
    walk(file.root(), [&](Node node) {
      if (found || !node.is("identifier") || !ways.contains(node.text())) {
        return !found;
      }
      const Node whole =
          node.parent().field("attribute") == node ? node.parent() : node;
      const bool variable = node.text() == "options" && whole == node &&
                            !enclosing(node, {"import_from_statement"});
      if (variable) return true;
      const Node call = whole.parent();
      const std::span<const Node> given = call.field("arguments").children();
      const bool display =
          node.text() == "options"
              ? call.field("attribute").text() == "display"
              : call.field("function") == whole && given.size() == 2 &&
                    given[0].text().substr(1).starts_with("display.");
      if (!display) found = whole;
      return !found;
    });
  }
  return found;
}

/// Of a variable of the module: others may read it at any time.
bool others_read(const Trial& trial, std::string_view name) {
  if (trial.loop.function) return false;
  static const auto ways = {"import __main__", "import_module", "__import__",
                            "modules"};
  return std::any_of(
      trial.project.files.begin(), trial.project.files.end(),
      [&](const SourceFile& file) {
        const std::string& text = file.text();
        const bool own = &file == trial.loop.source;
        return (!own && text.find(name) != std::string::npos) ||
               std::any_of(ways.begin(), ways.end(), [&](const char* way) {
                 return text.find(way) != std::string::npos;
               });
      });
}

}  // namespace

bool rows_may_be_dicts(const Trial& trial) {
  const auto rows = table_rows(*trial.loop.source, trial.loop.node);
  if (!rows || refuse_changed_tables(trial)) return false;
  if (rows->function.is("identifier") &&
      (!stays_function(trial, rows->function) ||
       !bound_before(trial, rows->function.text()))) {
    return false;
  }
  const bool own = rows->by_call() || is_comprehension(trial.loop.node);
  return (own || !trial.live_after(rows->row)) &&
         std::all_of(rows->called.begin(), rows->called.end(),
                     [&](Node name) { return stays_function(trial, name); });
}

std::optional<std::variant<TableGroups, Reason>> read_groups(
    const Trial& trial) {
  const SourceFile& source = *trial.loop.source;
  const auto groups = table_groups(source, trial.loop.node);
  if (!groups) return std::nullopt;
  if (auto refused = refuse_changed_tables(trial)) return *refused;
  const std::string name = "`" + groups->group + "`";
  if (Node more = groups->more) {
    while (more.parent().is("attribute") || more.parent().is("subscript")) {
      more = more.parent();
    }
    return Reason{"group-as-table",
                  "`" + std::string(more.text()) + "` on line " +
                      std::to_string(more.line()) + " needs the group " + name +
                      " as a table",
                  {source.span(more.range())}};
  }
  if (trial.loop.node.is("for_statement") && trial.live_after(groups->group)) {
    return Reason{"group-as-table",
                  "the last group, " + name + ", may be read behind the loop",
                  {trial.loop.hot.span}};
  }
  std::vector<Node> functions = groups->called;
  if (groups->function.is("identifier")) {
    functions.push_back(groups->function);
    if (!bound_before(trial, groups->function.text())) return std::nullopt;
  }
  for (Node called : functions) {
    if (stays_function(trial, called)) continue;
    return Reason{"group-as-table",
                  "`" + std::string(called.text()) + "` on line " +
                      std::to_string(called.line()) +
                      " may become another function, which needs a table",
                  {source.span(called.range())}};
  }
  return *groups;
}

bool rows_stay(const Trial& trial) {
  const SourceFile& source = *trial.loop.source;
  const Node loop = trial.loop.node;
  const Node scope = enclosing(loop, {"function_definition", "module"});
  return loop.is("for_statement") && scope && !refuse_threads(trial) &&
         !changes_table(trial.project, source, loop, scope, {});
}

bool table_may_wait(const Trial& trial) {
  const SourceFile& source = *trial.loop.source;
  const auto grown = grown_table(source, trial.loop.node);
  if (!grown || refuse_threads(trial) || refuse_changed_tables(trial)) {
    return false;
  }
  const std::string_view name = grown->table.text();
  bool deletes = false;
  walk(trial.loop.node, [&](Node node) {
    deletes = deletes || node.is("delete_statement");
    return !deletes;
  });
  const auto is_bound = [&](const std::string& one) {
    return !deletes && bound_before(trial, one);
  };
  return bound_before(trial, name) && !others_read(trial, name) &&
         std::all_of(grown->unbound.begin(), grown->unbound.end(), is_bound);
}

std::optional<std::variant<TableSearches, Reason>> searched_tables(
    const Trial& trial) {
  const SourceFile& source = *trial.loop.source;
  auto found = table_searches(trial.project, source, trial.loop.node);
  if (!found) return std::nullopt;
  if (auto refused = refuse_threads(trial)) return *refused;
  if (auto refused = refuse_changed_tables(trial)) return *refused;
  std::vector<Node> tables;
  for (const TableSearch& one : found->all) tables.push_back(one.table);
  for (const TableCell& one : found->cells) tables.push_back(one.table);
  for (const TableSlice& one : found->slices) tables.push_back(one.table);
  for (Node table : tables) {
    const std::string name(table.text());
    if (bound_before(trial, name)) continue;
    return Reason{"perhaps-unbound",
                  "`" + name + "` may have no value where the loop begins",
                  {source.span(table.range())}};
  }
  const Node scope =
      enclosing(trial.loop.node, {"function_definition", "module"});
  const Node changing =
      changes_table(trial.project, source, found->region, scope, found->parts);
  if (!changing) return *std::move(found);
  // Of cells what an iteration reads of another one tells more.
  if (found->all.empty()) return std::nullopt;
  const std::string_view text = changing.text();
  return Reason{"table-may-change",
                "`" + std::string(text.substr(0, text.find('\n'))) +
                    "` on line " + std::to_string(changing.line()) +
                    " may change the table `" + std::string(tables[0].text()) +
                    "` that the loop searches",
                {trial.loop.hot.span}};
}

std::variant<std::monostate, FileTable, Reason> reduced_files(
    const Trial& trial) {
  auto found =
      file_table(*trial.loop.source, trial.loop.node, trial.loop.tolerant);
  const auto* table = std::get_if<FileTable>(&found);
  if (!table) return found;
  if (auto refused = refuse_threads(trial)) return *refused;
  if (auto refused = refuse_changed_tables(trial)) return *refused;
  if (others_read(trial, table->table)) return {};
  if (Node option = sets_option(trial.project)) {
    return Reason{"changed-tables",
                  "`" + std::string(option.text()) +
                      "` may set an option of pandas while the table is asked",
                  {trial.loop.hot.span}};
  }
  if (once_chain(trial.interpreter, *trial.loop.source, table->reading)
          .empty()) {
    return Reason{"reads-again",
                  "the files may be read more than once: what Python warns of "
                  "once for each place would be shown again",
                  {trial.loop.hot.span}};
  }
  return found;
}

bool goes_through_table(Node loop) {
  if (row_call(loop) || group_call(loop)) return true;
  const Node source = loop.field("right");
  const std::string_view name =
      source.field("function").field("attribute").text();
  if (name == "itertuples" || name == "iterrows" ||
      (source.is("attribute") && source.field("attribute").text() == "index")) {
    return true;
  }
  static const std::set<std::string_view> cells = {"at", "loc", "iat", "iloc"};
  bool found = false;
  walk(loop.field("body"), [&](Node node) {
    found = found ||
            (node.is("subscript") &&
             cells.contains(node.field("value").field("attribute").text()));
    return !found;
  });
  return found;
}

std::variant<Kernel, Reason> find_kernel(const Trial& trial) {
  if (auto refused = refuse_threads(trial)) return *refused;
  KernelReader reader(trial);
  if (!reader.read()) return reader.reason();
  Kernel kernel = reader.kernel();
  if (kernel.of_frames()) {
    if (auto refused = refuse_changed_tables(trial)) return *refused;
  }
  if (!keeps_something(kernel.steps)) {
    return Reason{"keeps-nothing",
                  "the loop keeps nothing of what it computes",
                  {trial.loop.hot.span}};
  }
  const std::optional<int> bits = integer_bits(kernel);
  if (!bits) {
    return Reason{"wide-integers",
                  "integers of the loop may not fit into 64 bits, however "
                  "small those are that it is given",
                  {trial.loop.hot.span}};
  }
  kernel.bits = *bits;
  return kernel;
}

std::variant<Kernel, Reason> find_ordered_kernel(const Trial& trial) {
  if (auto refused = refuse_threads(trial)) return *refused;
  KernelReader reader(trial);
  if (!reader.read_in_order()) return reader.reason();
  Kernel kernel = reader.kernel();
  if (kernel.results.empty() && !keeps_something(kernel.steps)) {
    return Reason{"keeps-nothing",
                  "the loop keeps nothing of what it computes",
                  {trial.loop.hot.span}};
  }
  return kernel;
}

}  // namespace ppp::advisor
