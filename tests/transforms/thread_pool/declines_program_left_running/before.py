import subprocess

running = []
for number in range(5):
    running.append(subprocess.Popen(["expr", str(number), "+", "1"], stdout=subprocess.PIPE))
print([one.communicate()[0] for one in running])
