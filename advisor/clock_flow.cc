// SPDX-License-Identifier: Apache-2.0
#include "advisor/clock_flow.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "advisor/clock_tables.h"

namespace ppp::advisor::clock {
namespace {

// Each pass moves a value one assignment further; real programs need under 15.
constexpr int kMostPasses = 60;
// Two seconds or three; a program of 10,000 lines needs a sixth of it.
constexpr long kMostSteps = 4'000'000;
// Bytes of source, some 40,000 lines: more would not end in that time, so it is
// not begun.
constexpr std::size_t kLargest = 1'300'000;
constexpr long kAskAfter = 64;

bool opens_scope(Node node) {
  return node.is("function_definition") || node.is("class_definition") ||
         node.is("lambda") || is_comprehension(node);
}

std::string shortened(std::string_view text) {
  text = text.substr(0, text.find('\n'));
  return text.size() <= 60 ? std::string(text)
                           : std::string(text.substr(0, 57)) + "...";
}

}  // namespace

Flow::Flow(const Project& project, std::function<bool()> stop)
    : project_(project), stop_(std::move(stop)) {
  for (const SourceFile& file : project.files) size_ += file.text().size();
  if (size_ > kLargest) return;
  records_ = timed_records(project);
  stars_.resize(project.files.size());
  for (const SourceFile& file : project.files) {
    Scope& module = new_scope(file.root(), nullptr);
    module.file = modules_.size();
    modules_.push_back(&module);
    by_name_.emplace(file.module(), &module);
    make_scopes(file.root(), module);
  }
  for (const auto& [id, scope] : scopes_) {
    for (const std::string& name : scope->names.globals) {
      modules_[scope->file]->variables[name];
    }
  }
}

Scope& Flow::new_scope(Node node, Scope* parent) {
  auto& slot = scopes_[node.id()];
  if (!slot) {
    slot = std::make_unique<Scope>();
    slot->node = node;
    slot->parent = parent;
    slot->names = scope_names(node);
    if (parent != nullptr) slot->file = parent->file;
  }
  return *slot;
}

void Flow::make_scopes(Node node, Scope& scope) {
  for (Node child : node.children()) {
    if (opens_scope(child)) {
      make_scopes(child, new_scope(child, &scope));
    } else {
      make_scopes(child, scope);
    }
  }
}

Scope* Flow::module_scope(std::string_view module) const {
  auto found = by_name_.find(module);
  return found == by_name_.end() ? nullptr : found->second;
}

void Flow::import_names(Node statement, Scope& scope) {
  for (Node name : statement.fields("name")) {
    Value value;
    Variable* variable = nullptr;
    if (name.is("aliased_import")) {
      value.paths.insert(std::string(name.field("name").text()));
      variable = resolve(name.field("alias").text(), scope);
    } else {
      std::string_view dotted = name.text();
      std::string_view first = dotted.substr(0, dotted.find('.'));
      value.paths.insert(std::string(first));
      variable = resolve(first, scope);
    }
    if (variable == nullptr) continue;
    add(variable->value, value);
    variable->sites[name.id()] = {};
  }
}

void Flow::import_from(Node statement, Scope& scope) {
  std::string module = absolute_module(project_.files[scope.file],
                                       statement.field("module_name").text());
  for (Node name : statement.fields("name")) {
    bool aliased = name.is("aliased_import");
    std::string original((aliased ? name.field("name") : name).text());
    Variable* variable =
        resolve(aliased ? name.field("alias").text() : name.text(), scope);
    if (variable == nullptr) continue;
    add(variable->value, attribute_of_path(module, original));
    variable->sites[name.id()] = {};
  }
  for (Node child : statement.all_children()) {
    if (!child.is("wildcard_import")) continue;
    std::vector<std::string>& stars = stars_[scope.file];
    if (std::find(stars.begin(), stars.end(), module) == stars.end()) {
      stars.push_back(module);
      changed_ = true;
    }
    if (module_scope(module) == nullptr && !is_harmless_star(module)) {
      unclear_builtins_.insert(scope.file);
    }
  }
}

void Flow::steer(Node at, Scope& scope, const std::string& what) {
  if (!last_) return;
  const SourceFile& file = project_.files[scope.file];
  std::string name = tainted_name(at, scope);
  Reason reason;
  reason.id = "clock-steers";
  reason.message =
      name.empty() ? fmt::format("a clock value {} on line {}", what, at.line())
                   : fmt::format("`{}`, read from a clock, {} on line {}", name,
                                 what, at.line());
  reason.spans = {file.span(at.range())};
  steers_.emplace(std::pair{scope.file, at.range().begin}, std::move(reason));
}

/// The first name or clock call in `node` that carries a clock value.
std::string Flow::tainted_name(Node node, Scope& scope) {
  std::string found;
  bool recording = std::exchange(last_, false);
  walk(node, [&](Node part) {
    if (!found.empty() || opens_scope(part)) return false;
    bool place = part.is("identifier") || part.is("attribute");
    if (place && tainted(deep(eval(part, scope)))) found = part.text();
    bool call = part.is("call") && tainted(deep(eval(part, scope)));
    if (call && found.empty()) {
      for (Node inner : part.field("arguments").children()) {
        std::string name = tainted_name(inner, scope);
        if (found.empty()) found = name;
      }
      if (found.empty()) found = shortened(part.text());
    }
    return found.empty();
  });
  last_ = recording;
  return found;
}

void Flow::run_pass() {
  contents_.clear();
  escaped_.clear();
  held_.clear();
  put_.clear();
  owners_.clear();
  for (Scope* module : modules_) run_children(module->node, *module);
  run_groups();
}

bool Flow::too_much() {
  ++steps_;
  if (stop_ && steps_ % kAskAfter == 0 && stop_()) steps_ = kMostSteps + 1;
  return steps_ > kMostSteps;
}

/// Nothing is known, so nothing is excused.
ClockUse Flow::give_up() const {
  const SourceFile& script = project_.files[0];
  ClockUse use;
  use.reads_clock = true;
  use.steers = Reason{"clock-steers",
                      "the program is too large to follow its clock values",
                      {script.span(script.root().range())}};
  return use;
}

ClockUse Flow::run() {
  if (size_ > kLargest) return give_up();
  int passes = 0;
  do {
    changed_ = false;
    run_pass();
  } while (changed_ && ++passes < kMostPasses && steps_ < kMostSteps);
  bool settled = !changed_;
  last_ = true;
  run_pass();
  if (too_much()) return give_up();
  output_records();
  for (std::size_t i = 0; i < modules_.size() && use_.reads_clock; ++i) {
    if (project_.files[i].well_formed()) continue;
    steer(modules_[i]->node, *modules_[i],
          "cannot be followed: the file has a syntax error");
  }
  if (!settled && use_.reads_clock) {
    steer(modules_[0]->node, *modules_[0], "is passed on too many times");
  }
  if (use_.reads_clock && !steers_.empty()) {
    use_.steers = steers_.begin()->second;
  }
  if (!use_.reads_clock) use_.outputs.clear();
  return std::move(use_);
}

}  // namespace ppp::advisor::clock
