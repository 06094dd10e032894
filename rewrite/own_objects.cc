// SPDX-License-Identifier: Apache-2.0
#include "rewrite/own_objects.h"

#include <algorithm>

#include "rewrite/layout.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::PerWorker;

/// "sqlite3.connect(path, check_same_thread=False)"
std::string making_call(const Request& request, const PerWorker& object,
                        const std::string& indent) {
  std::string text = moved_text(request.source, object.made, indent);
  if (object.argument.empty()) return text;
  const Node arguments =
      advisor::node_at(request.source.root(), object.made).field("arguments");
  std::size_t end = text.find_last_not_of(" \t\r\n", text.size() - 2);
  const bool ready = arguments.children().empty() || text[end] == ',';
  return text.insert(end + 1, (ready ? "" : ", ") + object.argument);
}

/// "conn = stack.enter_context(contextlib.closing(sqlite3.connect(path)))"
std::string making(const Request& request, const PerWorker& object,
                   const std::string& name, const std::string& stack,
                   const std::string& indent, const std::string& unit) {
  std::string call = making_call(request, object, indent);
  if (object.close == PerWorker::Close::kNever) {
    return indent + name + " = " + call;
  }
  if (object.close == PerWorker::Close::kClosing) {
    call = request.imports.symbol("contextlib", "closing") + "(" + call + ")";
  }
  const std::string head = indent + name + " = " + stack + ".enter_context(";
  const std::string line = head + call + ")";
  if (line.size() <= kWidth || call.find('\n') != std::string::npos) {
    return line;
  }
  const std::string newline = newline_of(request.source);
  return head + newline + indent + unit + call + newline + indent + ")";
}

bool read_by_work(const Request& request, const std::string& name) {
  const auto& captures = request.candidate.work.captures;
  return std::any_of(captures.begin(), captures.end(),
                     [&](const auto& one) { return one.name == name; });
}

}  // namespace

OwnObjects own_objects(const Request& request, const LoopShape& shape,
                       const std::string& outer) {
  OwnObjects own;
  const auto& objects = request.candidate.work.per_worker;
  if (objects.empty()) return own;
  const std::string newline = newline_of(request.source);
  const std::string unit = indent_unit(request.source, shape.loop);
  const std::string indent = outer + unit;
  const std::string local = request.names.local({"local", "thread_local"});
  const bool closed =
      std::any_of(objects.begin(), objects.end(), [](const PerWorker& one) {
        return one.close != PerWorker::Close::kNever;
      });
  if (closed) own.stack = request.names.local({"stack", "exit_stack"});
  own.initializer = request.names.fresh({"start_worker"});
  std::string body;
  for (const PerWorker& object : objects) {
    const std::string kept = local + "." + object.name;
    const bool read = read_by_work(request, object.name);
    if (read) own.names.emplace_back(object.name, kept);
    const bool at_once =
        read && object.configured.empty() && object == objects.back();
    body += newline + making(request, object, at_once ? kept : object.name,
                             own.stack, indent, unit);
    for (ByteRange statement : object.configured) {
      body += newline + indent + moved_text(request.source, statement, indent);
    }
    if (read && !at_once) body += newline + indent + kept + " = " + object.name;
  }
  const bool module = shape.scope.is("module") && outer.empty();
  own.definition = outer + local + " = " + request.imports.module("threading") +
                   ".local()" + newline +
                   (module ? newline + newline : newline) + outer + "def " +
                   own.initializer + "():" + newline + indent +
                   "\"\"\"Make what belongs to this thread alone.\"\"\"" + body;
  return own;
}

}  // namespace ppp::rewrite
