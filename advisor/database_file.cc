// SPDX-License-Identifier: Apache-2.0
// Connections to databases in files.

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "advisor/between.h"
#include "advisor/connection.h"
#include "advisor/sql.h"

namespace ppp::advisor {
namespace {

/// By the names that os, glob and pathlib have for it, and by the ends of the
/// files' names. Or connections share a cache.
bool sees_files_of_connections(const Project& project) {
  static constexpr std::array<std::string_view, 8> kListing = {
      "listdir", "scandir", "walk",    "glob",
      "iglob",   "rglob",   "iterdir", "enable_shared_cache"};
  bool found = false;
  for (const SourceFile& file : project.files) {
    for (const char* end : {"-wal", "-shm", "-journal"}) {
      found |= file.text().find(end) != std::string_view::npos;
    }
    walk(file.root(), [&](Node node) {
      found |= node.is("identifier") &&
               std::find(kListing.begin(), kListing.end(), node.text()) !=
                   kListing.end();
      return !found;
    });
  }
  return found;
}

/// Where the loop stands.
bool is_builtin(const Interpreter& interpreter, Node function) {
  return function.is("identifier") &&
         interpreter.resolve(function.text(), interpreter.loop_scope()) < 0;
}

/// What runs between a connection and a loop, statement by statement: queries
/// that only read, whose rows are all fetched before the next one. One that is
/// not read to its end goes on seeing the database as it was.
class Queries {
 public:
  explicit Queries(std::string connection)
      : connection_(std::move(connection)) {}

  void add_cursor(Node name) { cursors_.insert(std::string(name.text())); }
  /// It is of this kind.
  bool take(Node statement);
  /// The query whose rows are not fetched so far; or null.
  Node pending() const { return pending_; }

 private:
  bool asks(Node call) const;
  bool fetches_all(Node value);
  bool is_cursor(Node node) const {
    return node.is("identifier") && cursors_.contains(std::string(node.text()));
  }

  std::string connection_;
  std::set<std::string> cursors_;
  Node pending_;
  std::string pending_cursor_;
};

/// `name.execute("SELECT …", (1, 2))`
bool Queries::asks(Node call) const {
  const Node callee = call.field("function");
  const Node on = callee.field("object");
  const std::span<const Node> given = call.field("arguments").children();
  if (!call.is("call") || !callee.is("attribute") || given.empty())
    return false;
  const std::optional<std::string> sql = written_text(given[0]);
  return callee.field("attribute").text() == "execute" &&
         (is_cursor(on) || (on.is("identifier") && on.text() == connection_)) &&
         sql && only_reads(*sql) && given.size() <= 2 &&
         std::all_of(given.begin() + 1, given.end(), plain_value);
}

/// `cursor.fetchall()`, `connection.execute(…).fetchall()`, or a list of what
/// stands in the rows of one of these.
bool Queries::fetches_all(Node value) {
  Node rows = value;
  if (value.is("list_comprehension")) {
    const std::span<const Node> parts = value.children();
    if (parts.size() != 2 || !parts[1].is("for_in_clause")) return false;
    const Node item = parts[0];
    const bool cell = item.is("subscript") && item.child(0).is("identifier") &&
                      item.children().size() == 2 && is_constant(item.child(1));
    if (!cell && !item.is("identifier")) return false;
    if (parts[1].child(0).is("async")) return false;
    rows = parts[1].field("right");
  }
  const Node callee = rows.field("function");
  const bool fetch = rows.is("call") && callee.is("attribute") &&
                     callee.field("attribute").text() == "fetchall" &&
                     rows.field("arguments").children().empty();
  const Node of = fetch ? callee.field("object") : rows;
  if (!fetch && rows == value) return false;
  if (asks(of)) return !pending_;
  if (!is_cursor(of) || (pending_ && of.text() != pending_cursor_)) {
    return false;
  }
  pending_ = Node();
  return true;
}

bool Queries::take(Node statement) {
  const Node one = statement.child(0);
  if (!statement.is("expression_statement")) return false;
  if (asks(one) && is_cursor(one.field("function").field("object"))) {
    if (pending_) return false;
    pending_ = one;
    pending_cursor_ = one.field("function").field("object").text();
    return true;
  }
  return one.is("assignment") && !one.field("type") &&
         one.field("left").is("identifier") && !is_cursor(one.field("left")) &&
         one.field("left").text() != connection_ &&
         fetches_all(one.field("right"));
}

/// Constants, lists of rows and how many there are, for print().
bool is_shown(const Interpreter& interpreter, Node node,
              const std::set<std::string_view>& known) {
  if (is_constant(node)) return true;
  if (node.is("identifier")) return known.contains(node.text());
  if (node.is("keyword_argument")) {
    return node.field("name").text() != "file" &&
           is_constant(node.field("value"));
  }
  const std::span<const Node> parts = node.children();
  if (node.is("string")) {
    return std::all_of(parts.begin(), parts.end(), [&](Node part) {
      return !part.is("interpolation") ||
             (part.children().size() == 1 &&
              is_shown(interpreter, part.child(0), known));
    });
  }
  const std::span<const Node> given = node.field("arguments").children();
  return node.is("call") && node.field("function").text() == "len" &&
         is_builtin(interpreter, node.field("function")) && given.size() == 1 &&
         is_shown(interpreter, given[0], known);
}

/// `print(len(rows), "users")`
bool only_prints(const Interpreter& interpreter, Node statement,
                 const std::set<std::string_view>& known) {
  const Node call = statement.child(0);
  const Node function = call.field("function");
  const std::span<const Node> given = call.field("arguments").children();
  return statement.is("expression_statement") && call.is("call") &&
         function.text() == "print" && is_builtin(interpreter, function) &&
         std::all_of(given.begin(), given.end(), [&](Node one) {
           return is_shown(interpreter, one, known);
         });
}

/// Rows come as the library makes them: nothing of the program's own runs.
bool plain_rows(const SourceFile& source, const PerWorker& made) {
  return std::all_of(
      made.configured.begin(), made.configured.end(), [&](ByteRange range) {
        const Node right = node_at(source.root(), range).field("right");
        return right.text() == "sqlite3.Row" || plain_value(right);
      });
}

class File {
 public:
  explicit File(const Connection& connection)
      : connection_(connection),
        interpreter_(connection.trial.interpreter),
        maker_(connection.maker) {}

  std::optional<Reason> conflict(PerWorker& made) const;

 private:
  bool only_builtins_around(Node statement) const;
  std::optional<Reason> refuse_between(const PerWorker& made) const;
  Reason refuse(const std::string& why, Node at) const {
    return one_thread_only(*connection_.trial.loop.source, maker_.name, why,
                           at);
  }

  const Connection& connection_;
  const Interpreter& interpreter_;
  const Maker& maker_;
};

std::optional<Reason> File::conflict(PerWorker& made) const {
  const Connection& one = connection_;
  if (auto refused =
          no_plain_file(one.trial, maker_.name, maker_.call, one.id, made)) {
    return refused;
  }
  return refuse_between(made);
}

/// Of a comprehension's statement: nothing but builtin functions are called
/// around it.
bool File::only_builtins_around(Node statement) const {
  bool only = true;
  walk(statement, [&](Node node) {
    if (node == connection_.trial.loop.node) return false;
    if (!node.is("call")) return true;
    only &= is_builtin(interpreter_, node.field("function"));
    return true;
  });
  return only;
}

/// It is written down what may stand between the connection and the loop: its
/// configuration, a cursor, constants, queries. Anything else could change the
/// database or put another in its place, and there are too many ways to do
/// that; even so they are not all seen (unchanged_database()).
std::optional<Reason> File::refuse_between(const PerWorker& made) const {
  const bool with = maker_.statement.is("with_statement");
  const Node block =
      with ? maker_.statement.field("body") : maker_.statement.parent();
  Node last = connection_.trial.loop.node;
  while (last && !(last.parent() == block)) last = last.parent();
  const bool comprehension = is_comprehension(connection_.trial.loop.node);
  const bool alone = !with || maker_.statement.child(0).children().size() == 1;
  const bool near =
      last && alone &&
      function_of(last) == function_of(connection_.trial.loop.node) &&
      (comprehension ? only_builtins_around(last)
                     : last == connection_.trial.loop.node);
  if (!near) {
    return refuse(
        "other code may run between it and the loop, and change its "
        "database",
        maker_.call);
  }
  Queries queries(maker_.name);
  std::set<std::string_view> known;  // variables of constants and lists of rows
  const bool rows = plain_rows(*connection_.trial.loop.source, made);
  const auto refuse_statement = [&](Node statement) {
    return refuse("`" + std::string(statement.text().substr(0, 40)) +
                      "` on line " + std::to_string(statement.line()) +
                      " may change its database, or put another in its place",
                  statement);
  };
  for (Node statement : block.children()) {
    if (statement.range().begin >= last.range().begin) break;
    if (!with && statement.range().end <= maker_.statement.range().end)
      continue;
    const Node assignment = statement.child(0);
    const Node right = assignment.field("right");
    const Node callee = right.field("function");
    const bool cursor = right.is("call") && callee.is("attribute") &&
                        callee.field("object").text() == maker_.name &&
                        callee.field("attribute").text() == "cursor" &&
                        right.field("arguments").children().empty();
    const bool plain = assignment.is("assignment") &&
                       !assignment.field("type") &&
                       assignment.field("left").is("identifier") &&
                       (cursor || plain_value(right));
    const bool configures =
        std::find(made.configured.begin(), made.configured.end(),
                  assignment.range()) != made.configured.end();
    if (plain && cursor) queries.add_cursor(assignment.field("left"));
    if (plain && !cursor) known.insert(assignment.field("left").text());
    if (plain || configures || statement.is("comment")) continue;
    if (rows && queries.take(statement)) {
      if (right) known.insert(assignment.field("left").text());
      continue;
    }
    if (only_prints(interpreter_, statement, known)) continue;
    return refuse_statement(statement);
  }
  if (queries.pending()) return refuse_statement(queries.pending());
  if (auto changes = connection_.isolation.changes_files()) return changes;
  return std::nullopt;
}

}  // namespace

Reason one_thread_only(const SourceFile& source, const std::string& name,
                       const std::string& why, Node at) {
  return {"one-thread-only",
          "`" + name + "` belongs to one thread at a time, and " + why,
          {source.span(at.range())},
          name};
}

/// A plain text, number, True, False or None.
bool is_constant(Node node) {
  if (node.is("unary_operator")) return is_constant(node.child(0));
  return written_text(node) || node.is("integer") || node.is("float") ||
         node.is("true") || node.is("false") || node.is("none");
}

bool plain_value(Node node) {
  const bool holds = node.is("list") || node.is("dictionary") ||
                     node.is("tuple") || node.is("pair");
  const std::span<const Node> parts = node.children();
  return is_constant(node) ||
         (holds && std::all_of(parts.begin(), parts.end(), plain_value));
}

std::optional<Reason> no_plain_file(const Trial& trial, const std::string& name,
                                    Node call, ObjectId id, PerWorker& made) {
  const auto refuse = [&](const std::string& why, Node at) {
    return one_thread_only(*trial.loop.source, name, why, at);
  };
  if (auto own = own_driver(trial.project)) return own;
  for (const char* word : {"detect_types", "factory"}) {
    if (const Node given = keyword(call, word)) {
      return refuse("its rows are made by code of the program", given);
    }
  }
  if (trial.interpreter.heap().at(id).fields.contains("<writes>")) {
    return refuse(
        "SQL that may write is run through it: others see that only "
        "when it is committed",
        call);
  }
  if (Node checked = keyword(call, "check_same_thread")) {
    if (!checked.is("false")) {
      return refuse("is told to check its thread", checked);
    }
    made.argument.clear();
  }
  if (Node uri = keyword(call, "uri"); uri && !uri.is("false")) {
    const auto path = written_text(call.field("arguments").child(0));
    const bool file = path && path->find("memory") == std::string::npos &&
                      path->find("cache") == std::string::npos;
    if (!file) {
      return refuse("may not be a connection to a file", uri);
    }
  }
  if (sees_files_of_connections(trial.project)) {
    return refuse(
        "a connection keeps files of its own beside its database, "
        "which the program may see",
        call);
  }
  return std::nullopt;
}

std::optional<Reason> file_conflict(const Connection& connection,
                                    PerWorker& made) {
  return File(connection).conflict(made);
}

}  // namespace ppp::advisor
