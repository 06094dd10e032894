// SPDX-License-Identifier: Apache-2.0
#include "profiler/native/modules.h"

#include <cxxabi.h>
#include <sys/stat.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <tuple>
#include <utility>

#include "base/files.h"

namespace ppp::profiler::native {
namespace {

// An address of no file, as of code that is made at run time, may come with
// every snapshot.
constexpr double kPauseSeconds = 0.1;
// Other threads than those that are watched may load something, too.
constexpr double kReadAgainSeconds = 1;
constexpr std::size_t kMostMaps = 1 << 16;
constexpr std::size_t kMostModules = 4096;

// A word, and what follows it without blanks.
std::string_view next_word(std::string_view& rest) {
  const std::size_t end = std::min(rest.find(' '), rest.size());
  const std::string_view word = rest.substr(0, end);
  rest.remove_prefix(end);
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  return word;
}

template <typename T>
bool read_number(std::string_view text, T& number, int base) {
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number, base);
  return error == std::errc() && rest == end && !text.empty();
}

std::optional<Mapping> parse_mapping(std::string_view line) {
  Mapping mapping;
  const std::string_view range = next_word(line);
  const std::size_t dash = range.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const std::string_view rights = next_word(line);
  const std::string_view offset = next_word(line);
  mapping.device = next_word(line);
  if (!read_number(range.substr(0, dash), mapping.begin, 16) ||
      !read_number(range.substr(dash + 1), mapping.end, 16) ||
      !read_number(offset, mapping.offset, 16) ||
      !read_number(next_word(line), mapping.inode, 10) ||
      mapping.begin >= mapping.end || !line.starts_with('/')) {
    return std::nullopt;
  }
  mapping.executable = rights.size() > 2 && rights[2] == 'x';
  mapping.path = line;
  return mapping;
}

// A device is not opened: that may have effects.
bool is_regular(const std::string& path, std::uint64_t inode = 0) {
  struct stat info = {};
  return ::stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode) &&
         (inode == 0 || info.st_ino == inode);
}

// Where distributions and builders put the symbols of a stripped file.
std::vector<std::string> debug_files(const ElfFile& file,
                                     const std::string& path) {
  std::vector<std::string> found;
  if (const std::string id = file.build_id(); id.size() > 2) {
    found.push_back("/usr/lib/debug/.build-id/" + id.substr(0, 2) + "/" +
                    id.substr(2) + ".debug");
  }
  const std::string link(file.debug_link());
  if (link.empty() || link.find('/') != std::string::npos) return found;
  const std::string folder = path.substr(0, path.rfind('/') + 1);
  found.push_back(folder + ".debug/" + link);
  found.push_back(folder + link);
  found.push_back("/usr/lib/debug" + folder + link);
  return found;
}

std::unique_ptr<ElfFile> open_symbols(const ElfFile& file,
                                      const std::string& path,
                                      const std::string& root) {
  const std::string id = file.build_id();
  if (id.empty()) return nullptr;
  for (const std::string& name : debug_files(file, path)) {
    auto opened = ElfFile::open(root + name);
    if (opened && opened->build_id() == id) {
      return std::make_unique<ElfFile>(std::move(*opened));
    }
  }
  return nullptr;
}

std::size_t underscores(std::string_view name) {
  return std::min(name.find_first_not_of('_'), name.size());
}

}  // namespace

std::vector<Mapping> parse_maps(std::string_view text) {
  std::vector<Mapping> found;
  while (!text.empty() && found.size() < kMostMaps) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (auto mapping = parse_mapping(text.substr(0, end))) {
      found.push_back(std::move(*mapping));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return found;
}

void FunctionTable::add(std::span<const ElfFunction> functions) {
  functions_.insert(functions_.end(), functions.begin(), functions.end());
  std::ranges::sort(functions_, {}, [](const ElfFunction& f) {
    return std::tuple(f.address, ~f.size, underscores(f.name), f.name.size(),
                      f.name);
  });
  const auto same = [](const ElfFunction& a, const ElfFunction& b) {
    return a.address == b.address;
  };
  functions_.erase(std::unique(functions_.begin(), functions_.end(), same),
                   functions_.end());
  for (const ElfFunction& f : functions_) longest_ = std::max(longest_, f.size);
}

const ElfFunction* FunctionTable::find(std::uint64_t address) const {
  auto after =
      std::ranges::upper_bound(functions_, address, {}, &ElfFunction::address);
  // One may lie in another: the innermost that covers it.
  for (int steps = 0; after != functions_.begin() && steps < 64; ++steps) {
    --after;
    if (address - after->address < after->size) return &*after;
    if (address - after->address >= longest_) break;
  }
  return nullptr;
}

const ElfFunction* FunctionTable::named(std::string_view name) const {
  const auto found = std::ranges::find(functions_, name, &ElfFunction::name);
  return found == functions_.end() ? nullptr : &*found;
}

Module Module::of(ElfFile file, Address begin, const std::string& path,
                  const std::string& root) {
  Module module;
  module.bias_ = begin - file.first_address();
  module.path_ = path;
  module.name_ = library_name(path);
  if (const auto table = file.unwind_table()) {
    module.unwind_table_ = module.bias_ + *table;
  }
  module.symbols_ = open_symbols(file, path, root);
  module.file_ = std::make_unique<ElfFile>(std::move(file));
  module.functions_.add(module.file_->functions());
  if (module.symbols_) module.functions_.add(module.symbols_->functions());
  return module;
}

std::string library_name(std::string_view path) {
  std::string_view name = path.substr(path.rfind('/') + 1);
  for (const std::string_view end : {".so", ".cpython-", ".abi3"}) {
    const std::size_t at = name.find(end);
    if (at != std::string_view::npos && at > 0) name = name.substr(0, at);
  }
  // A wheel's own libraries: "-" and eight digits of a hash.
  const std::size_t dash = name.rfind('-');
  if (dash != std::string_view::npos && dash > 0 && name.size() - dash == 9 &&
      name.find_first_not_of("0123456789abcdef", dash + 1) ==
          std::string_view::npos) {
    name = name.substr(0, dash);
  }
  return std::string(name);
}

std::string function_name(std::string_view symbol) {
  for (const std::string_view end : {".cold", ".part.", ".constprop.", ".isra.",
                                     ".lto_priv.", ".localalias", "@"}) {
    const std::size_t at = symbol.find(end);
    if (at != std::string_view::npos && at > 0) symbol = symbol.substr(0, at);
  }
  std::string name(symbol);
  if (!name.starts_with("_Z")) return name;
  int status = 0;
  char* text = abi::__cxa_demangle(name.c_str(), nullptr, nullptr, &status);
  if (text && status == 0) name = text;
  std::free(text);
  return name;
}

const Module* Modules::find(Address address) {
  return module_of(range_of(address));
}

const Module* Modules::find_code(Address address) {
  Range* range = range_of(address);
  return range && range->mapping.executable ? module_of(range) : nullptr;
}

bool Modules::is_due(Address address, double now_s) {
  const double age_s = now_s - read_s_;
  return expired_ || age_s > kReadAgainSeconds ||
         (age_s > kPauseSeconds && !range_of(address));
}

Modules::Range* Modules::range_of(Address address) {
  auto after = std::ranges::upper_bound(
      ranges_, address, {}, [](const Range& r) { return r.mapping.begin; });
  if (after == ranges_.begin()) return nullptr;
  --after;
  return address < after->mapping.end ? &*after : nullptr;
}

const Module* Modules::module_of(Range* range) {
  if (!range) return nullptr;
  if (!range->tried) {
    range->tried = true;
    range->module = open(*range);
  }
  return range->module;
}

void Modules::read(double now_s) {
  expired_ = false;
  read_s_ = now_s;
  const auto text = read_file("/proc/" + std::to_string(pid_) + "/maps");
  if (!text.ok()) return;  // it ends: what is known of it goes on to hold
  std::vector<Range> ranges;
  bool same = true;
  for (Mapping& mapping : parse_maps(*text)) {
    const std::size_t i = ranges.size();
    same = same && i < ranges_.size() && ranges_[i].mapping == mapping;
    ranges.push_back({std::move(mapping)});
  }
  if (same && ranges.size() == ranges_.size()) return;
  std::ranges::sort(ranges, {}, [](const Range& r) { return r.mapping.begin; });
  ranges_ = std::move(ranges);
  ++generation_;
}

// A loader maps the segments of a file in their order, and a mapping's offset
// alone does not tell its segment: two may have parts of one page.
const Module* Modules::open(const Range& range) {
  const Mapping& mapping = range.mapping;
  const std::string root = "/proc/" + std::to_string(pid_) + "/root";
  // The kernel adds " (deleted)" to the name of a file that was replaced, so
  // that there is none. Overlays give a file another inode than its mapping.
  std::string path = root + mapping.path;
  if (!is_regular(path)) {
    path = mapping.path;
    if (!is_regular(path, mapping.inode)) return nullptr;
  }
  if (modules_.size() >= kMostModules) return nullptr;
  auto file = ElfFile::open(path);
  if (!file) return nullptr;
  const Range* first = &range;
  while (first->mapping.offset != file->first_offset()) {
    if (first == ranges_.data()) return nullptr;
    --first;
    if (first->mapping.path != mapping.path ||
        first->mapping.inode != mapping.inode) {
      return nullptr;
    }
  }
  std::unique_ptr<Module>& module =
      modules_[mapping.path + '\n' + std::to_string(mapping.inode) + '\n' +
               std::to_string(first->mapping.begin)];
  if (!module) {
    module = std::make_unique<Module>(
        Module::of(std::move(*file), first->mapping.begin, mapping.path, root));
  }
  return module.get();
}

}  // namespace ppp::profiler::native
