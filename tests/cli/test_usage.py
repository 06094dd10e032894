# SPDX-License-Identifier: Apache-2.0
"""Words on the command line, help, configuration."""
import support


class Usage(support.CliTest):
    def test_version(self):
        result = self.tool("--version")
        self.assertEqual(result.code, 0)
        self.assertRegex(result.out, r"^pyprof-parallel \d+\.\d+\.\d+\n$")

    def test_help_lists_the_commands(self):
        result = self.tool("--help")
        self.assertEqual(result.code, 0)
        for command in ("run", "profile", "advise", "verify", "doctor"):
            self.assertIn(command, result.out)

    def test_every_command_has_help_with_its_options(self):
        for command in ("run", "profile", "advise", "verify", "doctor"):
            result = self.tool(command, "--help")
            self.assertEqual(result.code, 0, result)
            self.assertIn("--python", result.out)

    def test_no_command(self):
        self.assert_error(self.tool(), 2)

    def test_unknown_command(self):
        self.assert_error(self.tool("rnu", "a.py"), 2)

    def test_unknown_option(self):
        self.write("a.py", "print(1)\n")
        self.assert_error(self.tool("run", "--fast", "a.py"), 2, "--fast")

    def test_no_script(self):
        self.assert_error(self.tool("run"), 2, "no script")

    def test_module_option_without_module(self):
        self.assert_error(self.tool("run", "-m"), 2, "-m")

    def test_bad_numbers(self):
        self.write("a.py", "print(1)\n")
        self.assert_error(self.tool("run", "--workers", "0", "a.py"), 2,
                          "--workers")
        self.assert_error(self.tool("run", "--budget", "soon", "a.py"), 2,
                          "--budget")

    def test_an_output_file_that_cannot_be_written_is_told_at_once(self):
        self.write("a.py", "import time\ntime.sleep(60)\n")
        result = self.tool("run", "--json", "missing/run.json", "a.py",
                           timeout=20)
        self.assert_error(result, 2, "missing/run.json")

    def test_unknown_strategy(self):
        self.write("a.py", "print(1)\n")
        self.assert_error(self.tool("run", "--strategy", "magic", "a.py"), 2,
                          "magic")


class Configuration(support.CliTest):
    def test_options_come_from_pyproject(self):
        self.write("pyproject.toml", """
            [tool.pyprof-parallel]
            python = "/nonexistent/python"
            """)
        self.write("sub/a.py", "print(1)\n")
        self.assert_error(self.tool("run", "sub/a.py"), 2,
                          "/nonexistent/python")

    def test_the_command_line_wins(self):
        self.write("pyproject.toml", """
            [tool.pyprof-parallel]
            python = "/nonexistent/python"
            """)
        self.write("a.py", "print(1)\n")
        result = self.tool("run", "--python", support.PYTHON, "a.py")
        self.assertEqual(result.code, 0, result)

    def test_an_unknown_key_is_named(self):
        self.write("pyproject.toml", "[tool.pyprof-parallel]\nfaster = true\n")
        self.write("a.py", "print(1)\n")
        self.assert_error(self.tool("run", "a.py"), 2, "faster")

    def test_broken_toml_names_the_file(self):
        self.write("pyproject.toml", "[tool.pyprof-parallel\n")
        self.write("a.py", "print(1)\n")
        self.assert_error(self.tool("run", "a.py"), 2, "pyproject.toml")


if __name__ == "__main__":
    support.main()
