// SPDX-License-Identifier: Apache-2.0
#include "rewrite/own_objects.h"

#include <algorithm>
#include <map>

#include "rewrite/layout.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::PerWorker;

/// "sqlite3.connect(path, check_same_thread=False)"
std::string making_call(const Request& request, const PerWorker& object,
                        const std::string& indent) {
  std::string text = object.call.empty()
                         ? moved_text(request.source, object.made, indent)
                         : object.call;
  if (object.argument.empty()) return text;
  const Node arguments =
      advisor::node_at(request.source.root(), object.made).field("arguments");
  std::size_t end = text.find_last_not_of(" \t\r\n", text.size() - 2);
  const bool ready = arguments.children().empty() || text[end] == ',';
  return text.insert(end + 1, (ready ? "" : ", ") + object.argument);
}

/// "copy.deepcopy(session)"
std::string copying(const Request& request, const PerWorker& object) {
  return request.imports.symbol("copy", "deepcopy") + "(" + object.text() + ")";
}

/// "conn = stack.enter_context(contextlib.closing(sqlite3.connect(path)))"
std::string making(const Request& request, const PerWorker& object,
                   const std::string& name, const std::string& stack,
                   const std::string& indent, const std::string& unit) {
  std::string call = object.copied ? copying(request, object)
                                   : making_call(request, object, indent);
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

/// Lines such as "own.conn.autocommit = True".
std::string configuring(const Request& request, const PerWorker& object,
                        const std::string& name, const std::string& indent) {
  std::string text;
  for (ByteRange statement : object.configured) {
    const Node target =
        advisor::node_at(request.source.root(), statement).field("left");
    const ByteRange rest = {target.field("object").range().end, statement.end};
    text += newline_of(request.source) + indent + name +
            moved_text(request.source, rest, indent);
  }
  return text;
}

bool read_by_work(const Request& request, const std::string& name) {
  const auto& captures = request.candidate.work.captures;
  return std::any_of(captures.begin(), captures.end(),
                     [&](const auto& one) { return one.name == name; });
}

/// Those that a variable holds.
std::string plain_objects(const Request& request, const std::string& local,
                          const std::string& indent, const std::string& unit,
                          OwnObjects& own) {
  const std::string newline = newline_of(request.source);
  const auto& objects = request.candidate.work.per_worker;
  std::string text;
  for (const PerWorker& object : objects) {
    if (!object.attribute.empty()) continue;  // see copies_with_own()
    const std::string kept = local + "." + object.name;
    const bool named = read_by_work(request, object.name);
    if (named) own.names.emplace_back(object.name, kept);
    const bool read = named || !object.readers.empty();
    const bool at_once = object.copied || (read && object.configured.empty() &&
                                           object == objects.back());
    text += newline + making(request, object, at_once ? kept : object.name,
                             own.stack, indent, unit);
    text += configuring(request, object, object.name, indent);
    if (read && !at_once) text += newline + indent + kept + " = " + object.name;
  }
  return text;
}

/// For each variable that holds an instance which has such objects: a copy of
/// that with its own ones in their places.
std::string copies_with_own(const Request& request, const std::string& local,
                            const std::string& indent, const std::string& unit,
                            OwnObjects& own) {
  const std::string newline = newline_of(request.source);
  std::string text;
  std::map<std::string, std::string> copies;  // by variable
  for (const PerWorker& object : request.candidate.work.per_worker) {
    if (object.attribute.empty()) continue;
    std::string& copy = copies[object.name];
    if (copy.empty()) {
      const std::string plain = object.name == "self" ? "" : object.name;
      copy = request.names.local({"own" + (plain.empty() ? "" : "_" + plain)});
      text += newline + indent + copy + " = " +
              request.imports.symbol("copy", "copy") + "(" + object.name + ")";
    }
    const std::string target = copy + "." + object.attribute;
    text += newline + making(request, object, target, own.stack, indent, unit) +
            configuring(request, object, target, indent);
  }
  for (const auto& [name, copy] : copies) {
    text += newline + indent + local + "." + copy + " = " + copy;
    own.names.emplace_back(name, local + "." + copy);
  }
  return text;
}

/// "def current_session(): return getattr(local, "session", session)", ahead of
/// the first function that asks it instead of reading the variable.
void ask_for_own(const Request& request, const std::string& local,
                 const std::string& made, const std::string& unit,
                 OwnObjects& own) {
  const std::string newline = newline_of(request.source);
  const Node root = request.source.root();
  std::string before = made + newline + newline + newline;
  for (const PerWorker& object : request.candidate.work.per_worker) {
    if (object.readers.empty()) continue;
    const std::string function =
        request.names.fresh({"current_" + object.name});
    for (ByteRange reader : object.readers) {
      own.edits.push_back({reader, function + "()"});
    }
    Node top = advisor::node_at(root, object.readers.front());
    while (!(top.parent() == root)) top = top.parent();
    own.placed.push_back(
        {top.range().begin,
         before + "def " + function + "():" + newline + unit +
             "\"\"\"Return that of this thread: a worker has its own.\"\"\"" +
             newline + unit + "return getattr(" + local + ", \"" + object.name +
             "\", " + object.name + ")"});
    before.clear();
  }
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
  const bool asked =
      std::any_of(objects.begin(), objects.end(),
                  [](const PerWorker& one) { return !one.readers.empty(); });
  const std::vector<std::string> wishes = {"local", "thread_local"};
  const std::string local =
      asked ? request.names.fresh(wishes) : request.names.local(wishes);
  const bool closed =
      std::any_of(objects.begin(), objects.end(), [](const PerWorker& one) {
        return one.close != PerWorker::Close::kNever;
      });
  if (closed) own.stack = request.names.local({"stack", "exit_stack"});
  own.initializer = request.names.fresh({"start_worker"});
  const std::string body = plain_objects(request, local, indent, unit, own) +
                           copies_with_own(request, local, indent, unit, own);
  const bool module = shape.scope.is("module") && outer.empty();
  const std::string made =
      local + " = " + request.imports.module("threading") + ".local()";
  if (asked) {
    ask_for_own(request, local, made, unit, own);
  } else {
    own.definition = outer + made + newline + newline + (module ? newline : "");
  }
  own.definition +=
      outer + "def " + own.initializer + "():" + newline + indent +
      "\"\"\"Make what belongs to this thread alone.\"\"\"" + body;
  return own;
}

}  // namespace ppp::rewrite
