// SPDX-License-Identifier: Apache-2.0
// trap_runner FOLDER PYTHON…
//
// Rewrites the folder's program in every way that the tool would offer, with
// every loop taken as hot, and runs each version against the original on all
// inputs of expect.json: any difference is a failure. A program that must be
// declined must get no offer.
#include <fmt/format.h>

#include <filesystem>

#include "tests/traps/trap.h"

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: trap_runner FOLDER PYTHON…\n");
    return 2;
  }
  std::string log;
  const ppp::traps::Trap trap =
      ppp::traps::read_trap(std::filesystem::absolute(argv[1]));
  const bool holds = ppp::traps::holds(trap, {argv + 2, argv + argc}, log);
  fmt::print("{}", log);
  return holds ? 0 : 1;
}
