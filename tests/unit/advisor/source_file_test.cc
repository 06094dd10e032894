// SPDX-License-Identifier: Apache-2.0
#include "advisor/source_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace ppp::advisor {
namespace {
namespace fs = std::filesystem;

class ProjectTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "ppp-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    root_ = fs::canonical(pattern);
  }
  void TearDown() override { fs::remove_all(root_); }

  void write(const fs::path& name, const std::string& text) {
    fs::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name) << text;
  }
  Result<Project> load(const std::string& script) {
    return load_project(script, root_.string());
  }
  std::vector<std::string> modules(const std::string& script) {
    Result<Project> project = load(script);
    EXPECT_TRUE(project.ok()) << project.error().what;
    std::vector<std::string> names;
    if (!project.ok()) return names;
    for (const SourceFile& file : project->files) {
      names.push_back(file.module());
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  fs::path root_;
};

using Modules = std::vector<std::string>;

TEST(SourceFile, LinesAndSpans) {
  SourceFile source =
      SourceFile::parse("a.py", "/p/a.py", "a", "one\ntwo\n\nfour");
  EXPECT_EQ(source.line_of(0), 1);
  EXPECT_EQ(source.line_of(3), 1);
  EXPECT_EQ(source.line_of(4), 2);
  EXPECT_EQ(source.line_of(8), 3);
  EXPECT_EQ(source.line_of(12), 4);
  EXPECT_EQ(source.line_begin(2), 4U);
  EXPECT_EQ(source.line_begin(99), 13U);
  EXPECT_EQ(source.span({0, 8}), (Span{"a.py", 1, 2}));
  EXPECT_EQ(source.span({4, 4}), (Span{"a.py", 2, 2}));
  EXPECT_EQ(source.slice({4, 7}), "two");
  EXPECT_TRUE(source.well_formed());
}

TEST(SourceFile, NodesSurviveAMove) {
  SourceFile source = SourceFile::parse("a.py", "/p/a.py", "a", "name = 1\n");
  Node node = source.root().child(0);
  SourceFile moved = std::move(source);
  EXPECT_EQ(node.text(), "name = 1");
  EXPECT_EQ(moved.root().child(0), node);
}

TEST(SourceFile, EditedInPlaceKeepsTheLines) {
  SourceFile before =
      SourceFile::parse("a.py", "/a.py", "a", "x = 1\n\ny = 2\nz = 3\n");
  const std::vector<Edit> edits = {{{5, 7}, "\nfirst = 1\nsecond = 2\n"},
                                   {{12, 12}, "0"}};
  SourceFile after = before.edited_in_place(edits);
  EXPECT_EQ(after.text(), "x = 1\nfirst = 1\nsecond = 2\ny = 20\nz = 3\n");
  auto line_of = [&](const char* text) {
    return after.line_of(static_cast<std::uint32_t>(after.text().find(text)));
  };
  EXPECT_EQ(line_of("x = 1"), 1);
  EXPECT_EQ(line_of("second"), 1);
  EXPECT_EQ(line_of("y = "), 3);
  EXPECT_EQ(line_of("z = "), 4);
  EXPECT_EQ(before.edited(edits).line_of(30), 4);
}

TEST(SourceFile, EmptyAndBrokenText) {
  EXPECT_TRUE(SourceFile::parse("a.py", "/a.py", "a", "").well_formed());
  EXPECT_FALSE(SourceFile::parse("a.py", "/a.py", "a", "def (").well_formed());
  SourceFile zeros =
      SourceFile::parse("a.py", "/a.py", "a", std::string(3, '\0'));
  EXPECT_EQ(zeros.text().size(), 3U);
}

TEST(SourceFile, WhatIsNestedTooDeeplyIsNotUnderstood) {
  auto sum = [](int terms) {
    std::string text = "total = x";
    for (int i = 1; i < terms; ++i) text += " + x";
    return SourceFile::parse("a.py", "/a.py", "a", text + "\nlast = 1\n");
  };
  EXPECT_TRUE(sum(900).well_formed());
  for (int terms : {1'100, 100'000}) {
    SourceFile deep = sum(terms);
    EXPECT_FALSE(deep.well_formed());
    EXPECT_TRUE(deep.root().child(0).has_error());
    EXPECT_EQ(deep.root().child(1).text(), "last = 1");
    EXPECT_FALSE(deep.root().child(1).has_error());
  }
}

TEST(SourceFile, RelativeNames) {
  SourceFile module =
      SourceFile::parse("m.py", "/p/pkg/sub/m.py", "pkg.sub.m", "");
  EXPECT_EQ(module.package(), "pkg.sub");
  EXPECT_EQ(absolute_module(module, "os.path"), "os.path");
  EXPECT_EQ(absolute_module(module, "."), "pkg.sub");
  EXPECT_EQ(absolute_module(module, ".x"), "pkg.sub.x");
  EXPECT_EQ(absolute_module(module, "..x.y"), "pkg.x.y");
  EXPECT_EQ(absolute_module(module, ".."), "pkg");
  SourceFile package =
      SourceFile::parse("i.py", "/p/pkg/__init__.py", "pkg", "");
  EXPECT_EQ(package.package(), "pkg");
  EXPECT_EQ(absolute_module(package, ".x"), "pkg.x");
  SourceFile script = SourceFile::parse("s.py", "/p/s.py", "__main__", "");
  EXPECT_EQ(absolute_module(script, ".x"), "x");
}

TEST_F(ProjectTest, ScriptAlone) {
  write("main.py", "import os, numpy\n");
  Result<Project> project = load("main.py");
  ASSERT_TRUE(project.ok());
  ASSERT_EQ(project->files.size(), 1U);
  EXPECT_EQ(project->files[0].module(), "__main__");
  EXPECT_EQ(project->files[0].file(), "main.py");
  EXPECT_EQ(project->files[0].path(), (root_ / "main.py").string());
  EXPECT_EQ(project->find("main.py"), &project->files[0]);
  EXPECT_EQ(project->find("other.py"), nullptr);
}

TEST_F(ProjectTest, AbsoluteScriptElsewhere) {
  write("app/main.py", "import helper\n");
  write("app/helper.py", "");
  write("helper.py", "not this one");
  Result<Project> project = load((root_ / "app/main.py").string());
  ASSERT_TRUE(project.ok());
  ASSERT_EQ(project->files.size(), 2U);
  EXPECT_EQ(project->files[1].file(), "app/helper.py");
}

TEST_F(ProjectTest, ModulesTransitively) {
  write("main.py", "import a\nfrom b import x\n");
  write("a.py", "import c\n");
  write("b.py", "x = 1\n");
  write("c.py", "def f():\n    import d\n");
  write("d.py", "");
  write("unused.py", "");
  EXPECT_EQ(modules("main.py"), (Modules{"__main__", "a", "b", "c", "d"}));
}

TEST_F(ProjectTest, PackagesAndRelativeImports) {
  write("main.py", "import pkg.sub.deep as d\nfrom pkg import tool\n");
  write("pkg/__init__.py", "from .base import *\n");
  write("pkg/base.py", "");
  write("pkg/tool.py", "from .sub import other\nfrom ..outside import x\n");
  write("pkg/sub/__init__.py", "");
  write("pkg/sub/deep.py", "from . import other\nfrom .. import base\n");
  write("pkg/sub/other.py", "");
  EXPECT_EQ(modules("main.py"),
            (Modules{"__main__", "pkg", "pkg.base", "pkg.sub", "pkg.sub.deep",
                     "pkg.sub.other", "pkg.tool"}));
}

TEST_F(ProjectTest, NamespacePackage) {
  write("main.py", "from space import inner\n");
  write("space/inner.py", "");
  EXPECT_EQ(modules("main.py"), (Modules{"__main__", "space.inner"}));
}

TEST_F(ProjectTest, PackageHidesModuleOfTheSameName) {
  write("main.py", "import both\n");
  write("both.py", "module = 1\n");
  write("both/__init__.py", "package = 1\n");
  Result<Project> project = load("main.py");
  ASSERT_TRUE(project.ok());
  ASSERT_EQ(project->files.size(), 2U);
  EXPECT_EQ(project->files[1].file(), "both/__init__.py");
}

TEST_F(ProjectTest, Cycle) {
  write("main.py", "import a\n");
  write("a.py", "import b\n");
  write("b.py", "import a\nimport b\n");
  EXPECT_EQ(modules("main.py"), (Modules{"__main__", "a", "b"}));
}

TEST_F(ProjectTest, LibrariesAreLeftOut) {
  write("main.py",
        "import site_packages_user\nimport venv.inner\n"
        "from lib.dist_packages import x\nimport env.lib.thing\n");
  write("env/pyvenv.cfg", "home = /usr\n");
  write("env/lib/thing.py", "");
  write("venv/pyvenv.cfg", "");
  write("venv/inner.py", "");
  EXPECT_EQ(modules("main.py"), (Modules{"__main__"}));
}

TEST_F(ProjectTest, ModulesOfTheStandardLibraryAreLibraries) {
  write("os.py", "");
  write("_collections_abc.py", "");
  write("tabnanny.py", "import os\nimport tokenize\n");
  write("tokenize.py", "");
  EXPECT_EQ(modules("tabnanny.py"), (Modules{"__main__", "os", "tokenize"}));
  write("encodings/__init__.py", "");
  EXPECT_EQ(modules("tabnanny.py"), (Modules{"__main__"}));
}

TEST_F(ProjectTest, MissingScript) {
  Result<Project> project = load("nowhere.py");
  ASSERT_FALSE(project.ok());
  EXPECT_NE(project.error().what.find("nowhere.py"), std::string::npos);
  EXPECT_FALSE(load(".").ok());
}

TEST_F(ProjectTest, UnreadableModuleStaysOut) {
  write("main.py", "import secret\n");
  write("secret.py", "x = 1\n");
  fs::permissions(root_ / "secret.py", fs::perms::none);
  if (access((root_ / "secret.py").c_str(), R_OK) == 0) {
    GTEST_SKIP() << "this user reads every file";
  }
  EXPECT_EQ(modules("main.py"), (Modules{"__main__"}));
}

TEST_F(ProjectTest, ModuleOption) {
  write("pkg/__init__.py", "");
  write("pkg/__main__.py", "from . import work\n");
  write("pkg/work.py", "");
  write("single.py", "import pkg.work\n");
  Result<Project> package = load_project_module("pkg", root_.string());
  ASSERT_TRUE(package.ok()) << package.error().what;
  EXPECT_EQ(package->files[0].file(), "pkg/__main__.py");
  EXPECT_EQ(package->files[0].module(), "__main__");
  Result<Project> module = load_project_module("single", root_.string());
  ASSERT_TRUE(module.ok());
  EXPECT_EQ(module->files[0].file(), "single.py");
  Result<Project> inner = load_project_module("pkg.work", root_.string());
  ASSERT_TRUE(inner.ok());
  EXPECT_EQ(inner->files[0].file(), "pkg/work.py");
  for (const char* bad : {"nowhere", "pkg.nowhere", "", ".", "pkg..work"}) {
    EXPECT_FALSE(load_project_module(bad, root_.string()).ok()) << bad;
  }
}

TEST_F(ProjectTest, RelativeImportsUnderModuleOption) {
  write("pkg/__init__.py", "");
  write("pkg/__main__.py", "from .work import f\n");
  write("pkg/work.py", "");
  Result<Project> project = load_project_module("pkg", root_.string());
  ASSERT_TRUE(project.ok());
  ASSERT_EQ(project->files.size(), 3U);
  EXPECT_EQ(project->files[0].package(), "pkg");
  EXPECT_EQ(project->files[1].module(), "pkg");  // runs before __main__
  EXPECT_EQ(project->files[2].module(), "pkg.work");
}

}  // namespace
}  // namespace ppp::advisor
