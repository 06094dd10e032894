import time
t = time.time()
print('\x4' '\N{DASH}' '\u12' f'{t' f'{t=:.{n}f}}}' '%(a' % t, '{0.a[1]}{}{'.format(t), '%*d%' % t, b'%d' % t)
print(time.strftime('%'), time.strftime('%-'), '{:{}}'.format(t, t))
