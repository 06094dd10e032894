// SPDX-License-Identifier: Apache-2.0
#include "advisor/sql.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

namespace ppp::advisor {
namespace {

/// Its identifiers and keywords in lower case. What stands in quotes counts,
/// too.
std::vector<std::string> words_of(std::string_view sql) {
  std::vector<std::string> words = {""};
  for (char c : sql) {
    const auto letter = static_cast<unsigned char>(c);
    if (std::isalnum(letter) != 0 || c == '_' || letter >= 0x80) {
      words.back() += static_cast<char>(std::tolower(letter));
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  return words;
}

// Names that may stand before a parenthesis: functions whose value follows from
// their arguments, or from the rows.
constexpr std::array kPure = std::to_array<std::string_view>({
    "abs",          "array_agg",   "ascii",        "avg",
    "bool_and",     "bool_or",     "btrim",        "cast",
    "ceil",         "ceiling",     "char_length",  "character_length",
    "coalesce",     "concat",      "concat_ws",    "count",
    "date_trunc",   "dense_rank",  "every",        "exp",
    "extract",      "first_value", "floor",        "greatest",
    "group_concat", "if",          "ifnull",       "initcap",
    "instr",        "lag",         "last_value",   "lead",
    "least",        "left",        "length",       "ln",
    "locate",       "lower",       "lpad",         "ltrim",
    "max",          "md5",         "min",          "mod",
    "ntile",        "nullif",      "octet_length", "position",
    "power",        "rank",        "repeat",       "replace",
    "reverse",      "right",       "round",        "row_number",
    "rpad",         "rtrim",       "sign",         "sqrt",
    "stddev",       "stddev_pop",  "stddev_samp",  "string_agg",
    "strpos",       "substr",      "substring",    "sum",
    "trim",         "trunc",       "upper",        "var_pop",
    "var_samp",     "variance",
});

// Words of the language that may stand there.
constexpr std::array kBeforeParenthesis = std::to_array<std::string_view>({
    "all",       "and",          "any",     "array",    "as",
    "between",   "by",           "case",    "conflict", "char",
    "character", "cube",         "decimal", "distinct", "else",
    "except",    "exists",       "filter",  "float",    "from",
    "group",     "having",       "ilike",   "in",       "intersect",
    "interval",  "is",           "join",    "lateral",  "like",
    "limit",     "materialized", "not",     "numeric",  "offset",
    "on",        "or",           "over",    "rollup",   "row",
    "select",    "sets",         "some",    "then",     "time",
    "timestamp", "union",        "using",   "values",   "varchar",
    "varying",   "when",         "where",
});

// What changes something, locks, stores or draws; what the clock or the session
// answers without a parenthesis.
constexpr std::array kMoreThanReading = std::to_array<std::string_view>({
    "insert",
    "update",
    "delete",
    "merge",
    "into",
    "lock",
    "procedure",
    "tablesample",
    "sql_calc_found_rows",
    "current_date",
    "current_time",
    "current_timestamp",
    "localtime",
    "localtimestamp",
    "utc_date",
    "utc_time",
    "utc_timestamp",
    "current_catalog",
    "current_role",
    "current_schema",
    "current_user",
    "session_user",
    "system_user",
    "information_schema",
    "performance_schema",
});

template <typename Words>
bool is_one_of(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_quoted(std::string_view token) {
  return token[0] == '\'' || token[0] == '"' || token[0] == '`';
}

/// A token's names, without what stands before them: "f" of "2*f" and "%f".
std::string_view names_in(std::string_view token) {
  const auto letter = std::find_if(token.begin(), token.end(), [](char c) {
    const auto code = static_cast<unsigned char>(c);
    return std::isalpha(code) != 0 || c == '_' || code >= 0x80;
  });
  return token.substr(static_cast<std::size_t>(letter - token.begin()));
}

/// 'now', which is cast to the time of day.
bool is_clock(std::string_view literal) {
  static constexpr std::array<std::string_view, 4> kTimes = {
      "now", "today", "tomorrow", "yesterday"};
  std::string content;
  for (char c : literal.substr(1, literal.size() - 2)) {
    if (std::isspace(static_cast<unsigned char>(c)) == 0) content += c;
  }
  return is_one_of(kTimes, lower_case(content));
}

/// One of the names that points and signs join belongs to the system.
bool of_the_system(std::string_view names) {
  for (std::size_t begin = 0; begin < names.size();) {
    const std::size_t end =
        std::min(names.find_first_of(".*", begin), names.size());
    const std::string_view name = names.substr(begin, end - begin);
    if (name.starts_with("pg_") || is_one_of(kMoreThanReading, name)) {
      return true;
    }
    begin = end + 1;
  }
  return false;
}

/// "" where `words[at]` is nothing but a part of a query.
std::string more_than_a_part(const std::vector<std::string>& words,
                             std::size_t at) {
  const std::string& word = words[at];
  const std::string next = at + 1 < words.size() ? words[at + 1] : "";
  if (is_quoted(word)) {
    const bool odd = next == "(" || (word[0] == '\'' && is_clock(word));
    return odd ? word : "";
  }
  if (word == ";" || word == "@") return word;
  const std::string_view names = names_in(word);
  static constexpr std::array<std::string_view, 4> kLocks = {"update", "share",
                                                             "no", "key"};
  if (word == "for" && is_one_of(kLocks, next)) return "for " + next;
  if (of_the_system(names)) return std::string(names);
  const std::string_view called = names.substr(names.rfind('*') + 1);
  const bool calls = next == "(" && !called.empty() &&
                     !is_one_of(kPure, called) &&
                     !is_one_of(kBeforeParenthesis, called);
  return calls ? std::string(called) : "";
}

/// Servers do not agree on where a comment or a text with one of these ends.
std::string odd_sign(std::string_view sql) {
  for (const char* sign : {"--", "/*", "#", "\\"}) {
    if (sql.find(sign) != std::string_view::npos) return sign;
  }
  for (std::size_t at = sql.find('$'); at != std::string_view::npos;
       at = sql.find('$', at + 1)) {
    const bool parameter =
        at + 1 < sql.size() && sql[at + 1] >= '1' && sql[at + 1] <= '9';
    const bool apart =
        at == 0 || std::string_view(" \t\n(,=<>").find(sql[at - 1]) !=
                       std::string_view::npos;
    if (!parameter || !apart) return "$";
  }
  return "";
}

std::vector<std::string> lower_tokens(std::string_view sql) {
  std::vector<std::string> words = sql_tokens(sql);
  for (std::string& word : words) word = lower_case(std::move(word));
  return words;
}

}  // namespace

std::vector<std::string> sql_tokens(std::string_view sql) {
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
    if (is_quoted(sql.substr(i))) {
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

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return std::tolower(c); });
  return text;
}

bool only_reads(std::string_view sql) {
  // A common table expression may stand before any of these; the functions ask
  // for what this connection did, or load code. A temporary table or an
  // attached database belongs to one connection.
  static constexpr std::array<std::string_view, 10> kOther = {
      "insert",
      "update",
      "delete",
      "replace",
      "changes",
      "total_changes",
      "load_extension",
      "temp",
      "last_insert_rowid",
      "sqlite_temp_master"};
  const std::size_t begin = sql.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return false;
  const std::vector<std::string> words = words_of(sql.substr(begin));
  if (words[0] != "select" && words[0] != "with") return false;
  return std::none_of(words.begin(), words.end(), [&](const std::string& word) {
    // The function replace() is no statement.
    if (word == "replace" && words[0] == "select") return false;
    return std::find(kOther.begin(), kOther.end(), word) != kOther.end();
  });
}

std::string more_than_reads(std::string_view sql) {
  if (const std::string sign = odd_sign(sql); !sign.empty()) return sign;
  const std::vector<std::string> words = lower_tokens(sql);
  if (words.empty()) return "nothing";
  if (words[0] != "select" && words[0] != "with") return words[0];
  for (std::size_t at = 0; at < words.size(); ++at) {
    std::string more = more_than_a_part(words, at);
    if (!more.empty()) return more;
  }
  return "";
}

bool only_changes_rows(std::string_view sql) {
  static constexpr std::array<std::string_view, 4> kStatement = {
      "insert", "update", "delete", "into"};
  const std::vector<std::string> words = lower_tokens(sql);
  if (!odd_sign(sql).empty() || words.empty() || words[0] == "into" ||
      !is_one_of(kStatement, words[0])) {
    return false;
  }
  for (std::size_t at = 0; at < words.size(); ++at) {
    // `INSERT INTO users (id, name)`
    const bool table = at > 0 && words[at - 1] == "into";
    if (is_one_of(kStatement, words[at])) continue;
    if (table && !of_the_system(words[at])) continue;
    if (!more_than_a_part(words, at).empty()) return false;
  }
  return true;
}

}  // namespace ppp::advisor
