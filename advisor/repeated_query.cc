// SPDX-License-Identifier: Apache-2.0
#include "advisor/repeated_query.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <vector>

namespace ppp::advisor {
namespace {

/// Words, numbers, strings, operators and parameters.
std::vector<std::string> tokens_of(std::string_view sql) {
  std::vector<std::string> tokens;
  const auto word = [](char c) {
    const auto letter = static_cast<unsigned char>(c);
    return std::isalnum(letter) != 0 || c == '_' || c == '.' || c == '*' ||
           letter >= 0x80;
  };
  for (std::size_t i = 0; i < sql.size();) {
    std::size_t end = i + 1;
    if (std::isspace(static_cast<unsigned char>(sql[i])) != 0) {
      i = end;
      continue;
    }
    if (sql[i] == '\'' || sql[i] == '"') {
      end = std::min(sql.find(sql[i], end), sql.size() - 1) + 1;
    } else if (sql.substr(i).starts_with("%(")) {
      end = std::min(sql.find(')', end), sql.size() - 2) + 2;
    } else if (word(sql[i]) || sql[i] == ':' || sql[i] == '$' ||
               sql[i] == '%') {
      while (end < sql.size() && word(sql[end])) ++end;
    }
    tokens.emplace_back(sql.substr(i, end - i));
    i = end;
  }
  while (!tokens.empty() && tokens.back() == ";") tokens.pop_back();
  return tokens;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return std::tolower(c); });
  return text;
}

/// "?", "%s", "%(name)s", ":name", "$1"
bool is_parameter(const std::string& token) {
  return token == "?" || token == "%s" ||
         (token.starts_with("%(") && token.ends_with(")s")) ||
         (token.size() > 1 && (token[0] == ':' || token[0] == '$'));
}

bool aggregates(const std::vector<std::string>& words, std::size_t end) {
  static constexpr std::array<std::string_view, 6> kFunctions = {
      "count", "sum", "min", "max", "avg", "total"};
  for (std::size_t i = 1; i + 1 < end; ++i) {
    const bool known = std::find(kFunctions.begin(), kFunctions.end(),
                                 words[i]) != kFunctions.end();
    if (known && words[i + 1] == "(") return true;
  }
  return false;
}

std::string joined(const std::vector<std::string>& tokens) {
  std::string text;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool tight = i == 0 || tokens[i] == "," || tokens[i] == "(" ||
                       tokens[i] == ")" || tokens[i - 1] == "(";
    const bool list = tokens[i] == "(" && lower(tokens[i - 1]) == "in";
    text += (tight && !list ? "" : " ") + tokens[i];
  }
  return text;
}

/// Where a statement for one value says more than which rows and columns.
bool too_much(const std::vector<std::string>& words) {
  static constexpr std::array<std::string_view, 10> kOther = {
      "or",    "not",    "limit",  "offset", "union",
      "group", "having", "window", "order",  "distinct"};
  const bool other =
      std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return std::find(kOther.begin(), kOther.end(), word) != kOther.end();
      });
  return other || std::count(words.begin(), words.end(), "select") != 1;
}

/// What a variable of the module is set to, once.
Node constant(const SourceFile& source, std::string_view name) {
  Node value;
  int bindings = 0;
  walk(source.root(), [&](Node node) {
    if (!node.is("assignment") || node.field("left").text() != name) {
      return true;
    }
    value = node.field("right");
    ++bindings;
    return true;
  });
  return bindings == 1 ? value : Node();
}

std::optional<std::string> query_of(const SourceFile& source, Node call) {
  static constexpr std::array<std::string_view, 5> kMethods = {
      "execute", "fetch", "fetchrow", "fetchval", "scalar"};
  const Node callee = call.field("function");
  const Node arguments = call.field("arguments");
  if (!callee.is("attribute") || !arguments.is("argument_list")) return {};
  const std::string_view method = callee.field("attribute").text();
  if (std::find(kMethods.begin(), kMethods.end(), method) == kMethods.end()) {
    return {};
  }
  Node first = arguments.child(0);
  if (first.is("identifier")) first = constant(source, first.text());
  if (!first) return {};
  const auto sql = written_text(first);
  return sql ? batched_query(*sql) : std::nullopt;
}

}  // namespace

std::optional<std::string> batched_query(std::string_view sql) {
  std::vector<std::string> tokens = tokens_of(sql);
  std::vector<std::string> words;
  for (const std::string& token : tokens) words.push_back(lower(token));
  if (words.size() < 8 || words[0] != "select" || too_much(words)) return {};
  const auto index = [&](auto found) {
    return static_cast<std::size_t>(found - words.begin());
  };
  const std::size_t from = index(std::find(words.begin(), words.end(), "from"));
  const std::size_t where =
      index(std::find(words.begin(), words.end(), "where"));
  const std::size_t parameter =
      index(std::find_if(words.begin(), words.end(), is_parameter));
  if (from > where || where + 2 >= parameter || parameter == words.size() ||
      words[parameter - 1] != "=" ||
      std::count_if(words.begin(), words.end(), is_parameter) != 1) {
    return {};
  }
  const std::string key = tokens[parameter - 2];
  bool selected = false;
  for (std::size_t i = 1; i < from; ++i) {
    const bool all = words[i].ends_with('*') && words[i - 1] != "(";
    selected = selected || all || words[i] == lower(key);
  }
  if (aggregates(words, from)) {
    tokens.insert(tokens.end(), {"GROUP", "BY", key});
  }
  tokens[parameter - 1] = "IN";
  tokens[parameter] = "(" + tokens[parameter] + ", …)";
  if (!selected) tokens.insert(tokens.begin() + 1, {key, ","});
  return joined(tokens);
}

std::optional<std::string> repeated_query(const Loop& loop) {
  std::set<std::string_view> called;
  std::vector<Node> bodies = {loop.node};
  std::optional<std::string> found;
  for (std::size_t i = 0; i < bodies.size() && !found; ++i) {
    walk(bodies[i], [&](Node node) {
      if (found || !node.is("call")) return !found;
      found = query_of(*loop.source, node);
      const Node callee = node.field("function");
      called.insert(
          (callee.is("attribute") ? callee.field("attribute") : callee).text());
      return true;
    });
    if (i > 0) continue;
    walk(loop.source->root(), [&](Node node) {
      const bool entered = node.is("function_definition") &&
                           called.contains(node.field("name").text());
      if (entered) bodies.push_back(node.field("body"));
      return true;
    });
  }
  return found;
}

}  // namespace ppp::advisor
