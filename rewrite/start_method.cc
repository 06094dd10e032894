// SPDX-License-Identifier: Apache-2.0
#include "rewrite/start_method.h"

#include <algorithm>

#include "advisor/script_order.h"
#include "rewrite/main_guard.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::Reason;
using Need = advisor::Reimport::Need;

/// The name that an import statement gives for a module of the project.
bool imports_project(const advisor::Project& project, Node name) {
  if (name.is("aliased_import")) name = name.field("name");
  if (name.is("relative_import")) return true;
  auto top = [](std::string_view dotted) {
    return dotted.substr(0, dotted.find('.'));
  };
  return std::any_of(project.files.begin() + 1, project.files.end(),
                     [&](const advisor::SourceFile& file) {
                       return top(file.module()) == top(name.text());
                     });
}

/// It runs before anything of the script does but definitions, or as a part of
/// another module's import.
bool early(Node import, bool in_script, Node first_other) {
  Node top = import;
  for (Node node = import; node.parent(); node = node.parent()) {
    if (node.is("function_definition")) return false;
    top = node;
  }
  if (!in_script) return true;
  return !advisor::is_main_guard(top) &&
         (!first_other || top.range().begin < first_other.range().begin);
}

std::variant<Start, Reason> import_again(const Request& request,
                                         std::string method) {
  const advisor::Reimport& reimport = request.candidate.reimport;
  if (!reimport.obstacles.empty()) return reimport.obstacles.front();
  const advisor::SourceFile& script = request.project.files[0];
  for (const advisor::Capture& capture : request.candidate.work.captures) {
    if (capture.kind != advisor::Capture::Kind::kSelf) continue;
    return Reason{"local-function",
                  "`" + capture.name +
                      "` is defined inside a function: a worker that imports "
                      "the script would not find it",
                  {request.candidate.loop.span}};
  }
  if (auto late = late_import(request)) return *late;
  const ScriptTop top(script);
  if (top.refused()) return *top.refused();
  Start start{std::move(method), true, {}};
  const bool in_script = &request.source == &script;
  for (const Need& need : reimport.needs) {
    // A module is imported as a whole, the script without what is guarded.
    const bool there = !in_script || top.defines(need.name);
    if (need.kind == Need::Kind::kValue ||
        (need.kind == Need::Kind::kConstant && !there)) {
      start.sent.push_back(need.name);
    } else if (!there) {
      return Reason{
          "not-importable",
          "a worker that imports the script would not find `" + need.name + "`",
          {request.candidate.loop.span}};
    }
  }
  return start;
}

}  // namespace

std::optional<Reason> late_import(const Request& request) {
  const ScriptTop top(request.project.files[0]);
  std::optional<Reason> found;
  for (const advisor::SourceFile& file : request.project.files) {
    const bool script = &file == &request.project.files[0];
    advisor::walk(file.root(), [&](Node node) {
      std::vector<Node> names;
      if (node.is("import_statement")) names = node.fields("name");
      if (node.is("import_from_statement")) names = {node.field("module_name")};
      for (Node name : names) {
        if (found || !imports_project(request.project, name) ||
            early(node, script, top.first_other())) {
          continue;
        }
        found = Reason{"late-import",
                       "`" + std::string(name.text()) +
                           "` is imported when the program already runs: what "
                           "it finds then, another import may not find",
                       {file.span(node.range())}};
      }
      return !found;
    });
  }
  return found;
}

std::variant<Start, Reason> start_of(const Request& request) {
  const std::vector<Reason>& forbids = request.candidate.fork_obstacles;
  switch (request.options.start_method) {
    case StartMethod::kFork:
      if (!forbids.empty()) return forbids.front();
      return Start{};
    case StartMethod::kForkserver:
      return import_again(request, "forkserver");
    case StartMethod::kSpawn:
      return import_again(request, "spawn");
    case StartMethod::kAuto:
      break;
  }
  if (forbids.empty()) return Start{};
  auto again = import_again(request, "forkserver");
  if (std::holds_alternative<Start>(again)) return again;
  return forbids.front();
}

}  // namespace ppp::rewrite
