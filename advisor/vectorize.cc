// SPDX-License-Identifier: Apache-2.0
#include "advisor/vectorize.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "advisor/kernel_bits.h"
#include "advisor/kernel_reader.h"
#include "advisor/row_call.h"

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

/// It is assigned to, or deleted.
bool is_bound(Node attribute) {
  Node at = attribute;
  while (at.parent().is("pattern_list") || at.parent().is("tuple_pattern") ||
         at.parent().is("list_pattern") || at.parent().is("expression_list")) {
    at = at.parent();
  }
  const Node parent = at.parent();
  return parent.field("left") == at || parent.is("delete_statement") ||
         parent.is("as_pattern_target") || parent.is("with_item");
}

/// Something of pandas is replaced: a table is no longer what it says it is.
std::optional<Reason> refuse_changed_tables(const Trial& trial) {
  static const std::set<std::string_view> classes = {"DataFrame", "Series",
                                                     "Index", "RangeIndex"};
  static const std::set<std::string_view> parts = {
      "itertuples",  "iterrows",    "apply", "map",   "iloc",
      "to_numpy",    "dtype",       "attrs", "flags", "__len__",
      "at",          "loc",         "iat",   "items", "values",
      "__getitem__", "__setitem__", "index", "shape"};
  static const std::set<std::string_view> types = {
      "ExtensionDtype", "ExtensionArray", "PandasArray"};
  static const std::set<std::string_view> options = {"copy_on_write",
                                                     "python_scalars"};
  std::optional<Reason> found;
  for (const SourceFile& file : trial.project.files) {
    for (std::string_view option : options) {
      if (file.text().find(option) == std::string::npos) continue;
      return Reason{"changed-tables",
                    "the program names the option `" + std::string(option) +
                        "` of pandas",
                    {trial.loop.hot.span}};
    }
    walk(file.root(), [&](Node node) {
      const Node target = node.is("attribute") ? node : Node();
      const std::string_view name = target.field("attribute").text();
      const Node object = target.field("object");
      const bool of_class = classes.contains(object.text()) ||
                            classes.contains(object.field("attribute").text());
      const bool bound =
          target && is_bound(target) &&
          (of_class || classes.contains(name) || parts.contains(name));
      const bool own_type =
          node.is("identifier") && types.contains(node.text());
      if (!found && (bound || own_type)) {
        found = Reason{"changed-tables",
                       "`" + std::string(node.text()) + "` on line " +
                           std::to_string(node.line()) +
                           ": tables of the program may not be as pandas makes "
                           "them",
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

}  // namespace

bool goes_through_table(Node loop) {
  if (row_call(loop)) return true;
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
