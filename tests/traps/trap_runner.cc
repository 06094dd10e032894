// SPDX-License-Identifier: Apache-2.0
// trap_runner [--probe] [--sample] [--options JSON] FOLDER PYTHON…
// trap_runner --write TO FOLDER PYTHON
//
// Rewrites the folder's program in every way that the tool would offer, with
// every loop taken as hot, and runs each version against the original on all
// inputs of expect.json: any difference is a failure. A program that must be
// declined must get no offer. --options are added to each set of options that
// expect.json names. With --probe, or if expect.json says what the probe says,
// the probe must say that, and must not refute what was proved. With --sample a
// loop that is rewritten with all others need not be rewritten alone as well.
// With --write the rewritten programs are written, as TO/1 and so on.
#include <fmt/format.h>

#include <filesystem>

#include "tests/traps/probed.h"
#include "tests/traps/trap.h"

int main(int argc, char** argv) {
  std::vector<std::string> words(argv + 1, argv + argc);
  const bool probe = !words.empty() && words[0] == "--probe";
  if (probe) words.erase(words.begin());
  const bool sample = !words.empty() && words[0] == "--sample";
  if (sample) words.erase(words.begin());
  std::string options;
  if (words.size() > 1 && words[0] == "--options") {
    options = words[1];
    words.erase(words.begin(), words.begin() + 2);
  }
  std::string to;
  if (words.size() > 1 && words[0] == "--write") {
    to = words[1];
    words.erase(words.begin(), words.begin() + 2);
  }
  if (words.size() < 2) {
    fmt::print(
        stderr,
        "usage: trap_runner [--probe] [--sample] [--options JSON] FOLDER "
        "PYTHON…\n");
    return 2;
  }
  std::string log;
  ppp::traps::Trap trap =
      ppp::traps::read_trap(std::filesystem::absolute(words[0]), options);
  trap.sampled = sample;
  words.erase(words.begin());
  if (!to.empty()) {
    ppp::traps::write_offers(trap, words.front(), to, log);
    fmt::print("{}", log);
    return 0;
  }
  bool good = ppp::traps::holds(trap, words, log);
  // A program that changes by itself is not probed either.
  if (!trap.volatile_output && (probe || !trap.probe.empty())) {
    good = ppp::traps::probe_holds(trap, words.front(), log) && good;
  }
  fmt::print("{}", log);
  return good ? 0 : 1;
}
