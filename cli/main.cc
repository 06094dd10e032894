// SPDX-License-Identifier: Apache-2.0
// pyprof-parallel: makes sequential Python programs parallel where that is
// safe and pays. This file: words in, exit code out. The job itself stands in
// pipeline.h.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/process.h"
#include "cli/command_line.h"
#include "cli/commands/subcommand.h"
#include "cli/exit_codes.h"
#include "cli/options.h"
#include "cli/target.h"

namespace ppp::cli {
namespace {

using Commands = std::vector<std::unique_ptr<Subcommand>>;

Commands all_commands() {
  Commands commands;
  commands.push_back(run_command());
  commands.push_back(profile_command());
  commands.push_back(advise_command());
  commands.push_back(rewrite_command());
  commands.push_back(verify_command());
  commands.push_back(compare_command());
  commands.push_back(report_command());
  commands.push_back(doctor_command());
  return commands;
}

/// CLI11 does not know of the words that we keep from it.
class ProgramUsage : public CLI::Formatter {
 public:
  std::string make_usage(const CLI::App* app, std::string) const override {
    std::string start = "pyprof-parallel " + app->get_name() + " [options] ";
    return "Usage: " + start + "script.py [args…]\n       " + start +
           "-m module [args…]\n";
  }
};

void declare(CLI::App& app, Commands& commands) {
  app.set_version_flag("--version",
                       std::string("pyprof-parallel ") + version());
  app.require_subcommand(1);
  app.footer(
      "Start with:  pyprof-parallel run script.py\n"
      "Each command has its own --help.");
  for (auto& command : commands) {
    CLI::App* sub = app.add_subcommand(command->name(), command->summary());
    sub->option_defaults()->multi_option_policy(
        CLI::MultiOptionPolicy::TakeLast);
    sub->footer(command->examples());
    command->declare(*sub);
    if (command->rest() == Rest::kProgram) {
      sub->formatter(std::make_shared<ProgramUsage>());
    }
  }
}

/// The words of the project's pyproject.toml for this command.
Result<std::vector<std::string>> configured(const CLI::App& app,
                                            const CLI::App& sub) {
  auto directory = working_directory();
  if (!directory.ok()) return directory.error();
  std::string path = find_config(*directory);
  if (path.empty()) return std::vector<std::string>();
  auto text = read_file(path);
  if (!text.ok()) return text.error();
  std::vector<const CLI::App*> all;
  for (const CLI::App* one : app.get_subcommands(nullptr)) all.push_back(one);
  return config_words(sub, all, *text, path);
}

/// Whether a typed option excludes the one that this word of the file sets.
bool ruled_out(const CLI::App& sub, const std::string& word,
               const std::vector<std::string>& typed) {
  auto option_of = [&](const std::string& one) {
    return sub.get_option_no_throw(one.substr(0, one.find('=')));
  };
  const CLI::Option* set = option_of(word);
  return set && std::any_of(typed.begin(), typed.end(), [&](const auto& one) {
           for (const CLI::Option* other : set->get_excludes()) {
             if (other == option_of(one)) return true;
           }
           return false;
         });
}

int parse_failure(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == 0) return app.exit(error);  // --help, --version
  print_error({Error::Kind::kUsage, error.what(),
               "see pyprof-parallel --help, or --help after the command"});
  return kUsage;
}

/// CLI11 wants the last word first.
void parse(CLI::App& app, std::vector<std::string> words) {
  std::reverse(words.begin(), words.end());
  app.parse(std::move(words));
}

Result<int> run_one(CLI::App& app, Subcommand& command,
                    const std::vector<std::string>& after_name) {
  CLI::App* sub = app.get_subcommand(command.name());
  Words words = split_words(*sub, command.rest(), after_name);
  bool help =
      std::find(words.ours.begin(), words.ours.end(), "--help") !=
          words.ours.end() ||
      std::find(words.ours.begin(), words.ours.end(), "-h") != words.ours.end();
  std::vector<std::string> all = {command.name()};
  if (!help) {
    auto config = configured(app, *sub);
    if (!config.ok()) return config.error();
    std::erase_if(*config, [&](const std::string& word) {
      return ruled_out(*sub, word, words.ours);
    });
    all.insert(all.end(), config->begin(), config->end());
  }
  all.insert(all.end(), words.ours.begin(), words.ours.end());
  try {
    parse(app, all);
  } catch (const CLI::ParseError& error) {
    return parse_failure(app, error);
  }
  return command.execute(words.rest);
}

int main_of(const std::vector<std::string>& words) {
  CLI::App app(
      "Finds the hot loops of a Python program, makes parallel what "
      "is safe, and proves that it still does the same.",
      "pyprof-parallel");
  Commands commands = all_commands();
  declare(app, commands);
  for (auto& command : commands) {
    if (words.empty() || words[0] != command->name()) continue;
    auto code = run_one(app, *command, {words.begin() + 1, words.end()});
    if (code.ok()) return *code;
    print_error(code.error());
    return exit_code(code.error().kind);
  }
  try {
    parse(app, words);
  } catch (const CLI::ParseError& error) {
    return parse_failure(app, error);
  }
  return kUsage;
}

}  // namespace
}  // namespace ppp::cli

int main(int argc, char** argv) {
  ppp::install_interrupt_handlers();
  return ppp::cli::main_of({argv + 1, argv + argc});
}
