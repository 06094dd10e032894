// SPDX-License-Identifier: Apache-2.0
#include "advisor/lent.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "advisor/assumption.h"
#include "advisor/between.h"
#include "advisor/repeated_query.h"
#include "advisor/scopes.h"
#include "advisor/sql.h"

namespace ppp::advisor {
namespace {

/// A kind of pool: what bounds it, and what it lends.
struct PoolKind {
  std::string_view name;
  /// The arguments that are added up, with their defaults. One that is given
  /// replaces all if `replaces` is its name.
  std::array<std::pair<std::string_view, int>, 2> sizes;
  std::string_view replaces;
  std::string_view lends;
  std::vector<std::string_view> lending;  ///< methods
};

const PoolKind& pool_kind(std::string_view type) {
  static const PoolKind kEngine = {"sqlalchemy.Engine",
                                   {{{"pool_size", 5}, {"max_overflow", 10}}},
                                   "",
                                   "sqlalchemy.Connection",
                                   {"connect", "begin"}};
  static const PoolKind kAsyncEngine = {
      "sqlalchemy.ext.asyncio.AsyncEngine",
      kEngine.sizes,
      "",
      "sqlalchemy.ext.asyncio.AsyncConnection",
      {"connect", "begin"}};
  static const PoolKind kPool = {"psycopg_pool.ConnectionPool",
                                 {{{"min_size", 4}, {"", 0}}},
                                 "max_size",
                                 "psycopg.Connection",
                                 {"connection"}};
  static const PoolKind kAsyncPool = {"psycopg_pool.AsyncConnectionPool",
                                      {{{"min_size", 4}, {"", 0}}},
                                      "max_size",
                                      "psycopg.AsyncConnection",
                                      {"connection"}};
  static const PoolKind kAsyncpg = {
      "asyncpg.Pool",
      {{{"max_size", 10}, {"", 0}}},
      "",
      "asyncpg.Connection",
      {"acquire", "fetch", "fetchrow", "fetchval", "execute"}};
  for (const PoolKind* one :
       {&kEngine, &kAsyncEngine, &kAsyncPool, &kAsyncpg}) {
    if (one->name == type) return *one;
  }
  return kPool;
}

std::optional<int> plain_number(Node node) {
  if (!node.is("integer")) return std::nullopt;
  int value = 0;
  const std::string_view text = node.text();
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value);
  const bool all = error == std::errc() && end == text.data() + text.size();
  return all ? std::optional(value) : std::nullopt;
}

/// `callee` is `text` of SQLAlchemy, and nothing else in the file is.
bool is_text_function(const SourceFile& source, Node callee) {
  if (callee.is("attribute")) callee = callee.field("attribute");
  if (callee.text() != "text") return false;
  bool imported = false;
  bool other = false;
  walk(source.root(), [&](Node node) {
    if (node.is("import_from_statement")) {
      const bool own = node.field("module_name").text() == "sqlalchemy";
      imported |= own;
      return own;
    }
    other |= node.is("aliased_import") ||
             (node.is("function_definition") &&
              node.field("name").text() == "text") ||
             (node.is("assignment") && node.field("left").text() == "text");
    return true;
  });
  return imported && !other;
}

/// The SQL that `call` executes, also in `text("…")`.
std::optional<std::string> sql_of(const SourceFile& source, Node call) {
  const Node first = call.field("arguments").child(0);
  if (!first.is("call")) return written_query(source, call);
  return is_text_function(source, first.field("function"))
             ? written_query(source, first)
             : std::nullopt;
}

class Lending {
 public:
  Lending(const Trial& trial, const Piece& piece, ObjectId id)
      : trial_(trial),
        interpreter_(trial.interpreter),
        piece_(piece),
        pool_(trial.interpreter.heap().at(id)),
        kind_(pool_kind(pool_.name)) {}

  std::variant<int, Reason> lends() const;

 private:
  std::optional<int> size() const;
  std::optional<Reason> refuse_address() const;
  std::optional<Reason> refuse_state() const;
  struct Places {
    int in_work = 0;
    int elsewhere = 0;
    std::optional<Place> unbounded;
  };
  Places places() const;
  bool keeps_more(Node call) const;
  Reason refuse(const std::string& why, const Place& place) const {
    return {"pool-not-shared",
            "the pool of connections made on line " +
                std::to_string(made().span().line) + " " + why,
            {trial_.loop.hot.span, place.span()}};
  }
  Place made() const { return {pool_.source, pool_.site.range()}; }

  const Trial& trial_;
  const Interpreter& interpreter_;
  const Piece& piece_;
  const Object& pool_;
  const PoolKind& kind_;
};

std::variant<int, Reason> Lending::lends() const {
  if (pool_.fields.contains("<altered>")) {
    return refuse("may be changed in ways that no entry describes", made());
  }
  if (auto refused = refuse_address()) return *refused;
  if (auto refused = refuse_state()) return *refused;
  const std::optional<int> all = size();
  if (!all) return refuse("does not show how many it lends", made());
  const Places places = this->places();
  if (places.unbounded) {
    return refuse(
        "may lend an item any number, as" + on_line(*places.unbounded),
        *places.unbounded);
  }
  const int left = (*all - places.elsewhere) / std::max(places.in_work, 1);
  if (left < 2) {
    return refuse("lends " + std::to_string(*all) + ", an item up to " +
                      std::to_string(places.in_work) + " and others up to " +
                      std::to_string(places.elsewhere) +
                      " of them: items would wait for each other",
                  made());
  }
  return left;
}

/// What it lends at once; nothing: that is not written where it is made.
std::optional<int> Lending::size() const {
  if (const Node whole = keyword(pool_.site, std::string(kind_.replaces));
      !kind_.replaces.empty() && whole && !whole.is("none")) {
    return plain_number(whole);
  }
  int sum = 0;
  for (const auto& [name, otherwise] : kind_.sizes) {
    const Node given =
        name.empty() ? Node() : keyword(pool_.site, std::string(name));
    const std::optional<int> one = given ? plain_number(given) : otherwise;
    if (!one) return std::nullopt;
    // No bound at all.
    sum += given && *one == 0 && name == "pool_size" ? kMostSessions : *one;
  }
  return sum;
}

/// An engine may speak to a file, or to a database in memory that only its
/// own thread sees.
std::optional<Reason> Lending::refuse_address() const {
  if (!kind_.name.starts_with("sqlalchemy.")) return std::nullopt;
  const Node address = pool_.site.field("arguments").child(0);
  std::string begin;
  if (const auto text = written_query(*pool_.source, pool_.site)) {
    begin = *text;
  } else if (address.is("string")) {
    begin =
        address.text().substr(std::min<std::size_t>(2, address.text().size()));
  }
  for (const char* server : {"postgresql", "mysql", "mariadb"}) {
    if (begin.starts_with(server)) return std::nullopt;
  }
  return refuse("does not show that its database is one of a server", made());
}

/// What somebody sets in a connection stays when it is given back.
std::optional<Reason> Lending::refuse_state() const {
  for (ObjectId id = 0; id < interpreter_.heap().size(); ++id) {
    const Object& lent = interpreter_.heap().at(id);
    if (lent.name != kind_.lends) continue;
    if (lent.escaped || lent.fields.contains("<altered>")) {
      return refuse("lends what no entry describes all uses of",
                    Place{lent.source, lent.site.range()});
    }
    for (const Place& place : interpreter_.changes_of(id)) {
      const Node node = node_at(place.source->root(), place.range);
      if (!node.is("attribute")) continue;
      return refuse("lends a connection of which `" + std::string(node.text()) +
                        "` is set" + on_line(place) +
                        ": whoever gets it next has that, too",
                    place);
    }
  }
  for (const auto& [effect, place] : interpreter_.all_effects()) {
    if (effect.kind != Effect::Kind::kOutside || effect.name != "database") {
      continue;
    }
    const Node call = node_at(place.source->root(), place.range);
    const std::string_view method =
        call.field("function").field("attribute").text();
    if (method == "commit" || method == "rollback" || method == "close" ||
        !call.is("call")) {
      continue;
    }
    const auto sql = sql_of(*place.source, call);
    if (sql && only_changes_rows(*sql)) continue;
    return refuse(
        "may lend a session that keeps what others have done in it: " +
            doubt_about(place),
        place);
  }
  return std::nullopt;
}

/// Every place where one is lent.
Lending::Places Lending::places() const {
  std::set<std::string_view> names;
  for (Node node : piece_.nodes) add_identifiers(node, names);
  const std::vector<NamedFunction> own =
      functions_named(trial_.project, std::move(names));
  Places found;
  for (const SourceFile& file : trial_.project.files) {
    walk(file.root(), [&](Node node) {
      const std::string_view method =
          node.is("call") ? node.field("function").field("attribute").text()
                          : std::string_view();
      if (std::find(kind_.lending.begin(), kind_.lending.end(), method) ==
          kind_.lending.end()) {
        return true;
      }
      const bool in_work =
          (&file == trial_.loop.source && piece_.covers(node)) ||
          std::any_of(own.begin(), own.end(), [&](const NamedFunction& one) {
            return one.source == &file &&
                   one.node.range().contains(node.range()) &&
                   !one.node.range().contains(trial_.loop.hot.range);
          });
      ++(in_work ? found.in_work : found.elsewhere);
      if (in_work && keeps_more(node))
        found.unbounded = Place{&file, node.range()};
      return true;
    });
  }
  return found;
}

/// One place may have several at once: it is in a generator, or in a function
/// that may call itself.
bool Lending::keeps_more(Node call) const {
  const Node function = function_of(call);
  if (!function) return false;
  if (!function.is("function_definition") || scope_names(function).generator) {
    return true;
  }
  std::set<std::string_view> names;
  add_identifiers(function.field("body"), names);
  const std::vector<NamedFunction> called =
      functions_named(trial_.project, std::move(names));
  return function.range().contains(trial_.loop.hot.range)
             ? false
             : std::any_of(called.begin(), called.end(),
                           [&](const NamedFunction& one) {
                             return one.node == function;
                           });
}

}  // namespace

std::variant<int, Reason> lends(const Trial& trial, const Piece& piece,
                                ObjectId id) {
  return Lending(trial, piece, id).lends();
}

}  // namespace ppp::advisor
