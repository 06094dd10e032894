// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

namespace ppp::cli {
namespace {

namespace fs = std::filesystem;

/// How many of the next words does the option `word` take as its values?
int values_after(const CLI::App& app, const std::string& word) {
  if (word.find('=') != std::string::npos) return 0;
  const CLI::Option* option = app.get_option_no_throw(word);
  if (option == nullptr || option->get_expected_max() <= 0) return 0;
  return std::max(option->get_expected_min(), 1);
}

std::string scalar_text(const toml::node& node) {
  if (auto text = node.value_exact<std::string>()) return *text;
  std::ostringstream out;
  node.visit([&](const auto& value) { out << value; });
  return out.str();
}

Error config_error(const std::string& path, const std::string& what,
                   const std::string& hint) {
  return Error{Error::Kind::kUsage, path + ": " + what, hint};
}

Result<toml::table> parse_toml(std::string_view text, const std::string& path) {
  try {
    return toml::table(toml::parse(text, path));
  } catch (const toml::parse_error& error) {
    return config_error(path,
                        fmt::format("line {}: {}", error.source().begin.line,
                                    error.description()),
                        "correct the file; it must be TOML");
  }
}

}  // namespace

Words split_words(const CLI::App& app, Rest rest,
                  const std::vector<std::string>& words) {
  Words out;
  auto it = words.begin();
  if (rest == Rest::kAfterDashes) {
    it = std::find(words.begin(), words.end(), "--");
    out.ours.assign(words.begin(), it);
    if (it != words.end()) ++it;
  } else if (rest == Rest::kNothing) {
    out.ours = words;
    return out;
  }
  while (rest == Rest::kProgram && it != words.end()) {
    if (*it == "--") {
      ++it;
      break;
    }
    bool option = it->size() > 1 && it->starts_with('-') && *it != "-m";
    if (!option) break;
    out.ours.push_back(*it);
    int values = values_after(app, *it);
    ++it;
    while (values-- > 0 && it != words.end()) out.ours.push_back(*it++);
  }
  out.rest.assign(it, words.end());
  return out;
}

Result<std::vector<std::string>> config_words(
    const CLI::App& app, const std::vector<const CLI::App*>& all,
    std::string_view toml, const std::string& path) {
  auto parsed = parse_toml(toml, path);
  if (!parsed.ok()) return parsed.error();
  std::vector<std::string> words;
  const toml::table& root = *parsed;
  const toml::table* table = root["tool"]["pyprof-parallel"].as_table();
  if (!table) return words;
  for (const auto& [key, node] : *table) {
    std::string option = "--" + std::string(key.str());
    bool known = std::any_of(all.begin(), all.end(), [&](const CLI::App* one) {
      return one->get_option_no_throw(option) != nullptr;
    });
    if (!known) {
      return config_error(
          path,
          fmt::format("[tool.pyprof-parallel] has no option {}", key.str()),
          "the names are those of pyprof-parallel run --help");
    }
    const CLI::Option* own = app.get_option_no_throw(option);
    if (!own) continue;
    if (auto flag = node.value_exact<bool>()) {
      if (*flag) words.push_back(option);
    } else if (const toml::array* list = node.as_array()) {
      std::string joined;
      for (const toml::node& item : *list) {
        joined += (joined.empty() ? "" : ",") + scalar_text(item);
      }
      words.push_back(option + "=" + joined);
    } else {
      words.push_back(option + "=" + scalar_text(node));
    }
  }
  return words;
}

std::string find_config(const std::string& directory) {
  std::error_code code;
  for (fs::path at = directory;; at = at.parent_path()) {
    fs::path file = at / "pyproject.toml";
    if (fs::is_regular_file(file, code)) return file.string();
    if (at == at.parent_path()) return "";
  }
}

}  // namespace ppp::cli
