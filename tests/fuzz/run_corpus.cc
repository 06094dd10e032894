// SPDX-License-Identifier: Apache-2.0
// Feeds files to a fuzz target without libFuzzer: the files named, those below
// the folders named, and each of them cut short in a few places.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "base/files.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size);

namespace {

void feed(const std::string& text) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()),
                         text.size());
}

bool feed_file(const std::filesystem::path& path) {
  auto text = ppp::read_file(path.string());
  if (!text.ok()) {
    std::fprintf(stderr, "%s\n", text.error().what.c_str());
    return false;
  }
  std::fprintf(stderr, "%s\n", path.c_str());
  feed(*text);
  for (std::size_t part = 1; part < 4; ++part) {
    feed(text->substr(0, text->size() * part / 4));
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  bool good = argc > 1;
  for (int i = 1; i < argc; ++i) {
    if (!fs::is_directory(argv[i])) {
      good = feed_file(argv[i]) && good;
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(argv[i])) {
      if (entry.is_regular_file()) good = feed_file(entry.path()) && good;
    }
  }
  return good ? 0 : 1;
}
