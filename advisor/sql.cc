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

}  // namespace

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

}  // namespace ppp::advisor
