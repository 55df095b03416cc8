/** Messages of errors as people paste them, with all the text around them: copied, not derived from the patterns. */

/** Each with what the text of its entry has. */
export const PASTED: readonly [message: string, entry: RegExp][] = [
  [
    'Error response from daemon: toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading: https://www.docker.com/increase-rate-limit',
    /toomanyrequests/,
  ],
  [
    'error pulling image configuration: download failed after attempts=6: toomanyrequests: Rate exceeded',
    /toomanyrequests/,
  ],
  [
    'The push refers to repository [123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/api]\n5f70bf18a086: Preparing\nno basic auth credentials',
    /no basic auth credentials/,
  ],
  [
    'The push refers to repository [localhost:5000/hello]\nGet "http://localhost:5000/v2/": dial tcp [::1]:5000: connect: connection refused',
    /http:\/\/localhost:…\/v2/,
  ],
  [
    'failed to do request: Head "http://127.0.0.1:5000/v2/hello/blobs/sha256:0a1b": dial tcp 127.0.0.1:5000: connect: connection refused',
    /http:\/\/localhost:…\/v2/,
  ],
  [
    'wsl: The requested operation requires elevation.\nError code: Wsl/ERROR_ELEVATION_REQUIRED',
    /requested operation requires elevation/,
  ],
  ['denied: requested access to the resource is denied', /requested access to the resource is denied/],
  [
    "Unable to find image 'my-app:latest' locally\ndocker: Error response from daemon: pull access denied for my-app, repository does not exist or may require 'docker login': denied: requested access to the resource is denied.",
    /pull access denied/,
  ],
  [
    'Error response from daemon: manifest for nginx:9.99 not found: manifest unknown: manifest unknown',
    /manifest unknown/,
  ],
  ['exec /usr/local/bin/docker-entrypoint.sh: exec format error', /exec format error/],
  ['standard_init_linux.go:228: exec user process caused: exec format error', /exec format error/],
  ['write /var/lib/docker/tmp/GetImageBlob123: no space left on device', /no space left on device/],
  [
    'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
    /Cannot connect to the Docker daemon/,
  ],
  [
    "name unknown: The repository with name 'team/api' does not exist in the registry with id '123456789012'",
    /name unknown|RepositoryNotFoundException/,
  ],
  [
    'An error occurred (RepositoryNotFoundException) when calling the DescribeImages operation: The repository with name ‘x’ does not exist',
    /name unknown|RepositoryNotFoundException/,
  ],
  [
    "tag invalid: The image tag '1.0' already exists in the 'team/api' repository and cannot be overwritten because the repository is immutable.",
    /cannot be overwritten because the tag is immutable/,
  ],
  [
    'An error occurred (ImageTagAlreadyExistsException) when calling the PutImage operation',
    /cannot be overwritten because the tag is immutable/,
  ],
  ["docker: invalid reference format.\nSee 'docker run --help'.", /invalid reference format/],
  [
    'docker: Error response from daemon: driver failed programming external connectivity on endpoint web (3f0c): Bind for 0.0.0.0:80 failed: port is already allocated.',
    /port is already allocated/,
  ],
  [
    'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.47/containers/json": dial unix /var/run/docker.sock: connect: permission denied',
    /permission denied/,
  ],

  // The first errors of a build for Node.js, with all that Node.js, npm and curl print around them.
  [
    `node:internal/modules/cjs/loader:1568
  throw err;
  ^

Error: Cannot find module '/app/src/index.js'
    at Module._resolveFilename (node:internal/modules/cjs/loader:1564:15)
    at Module._load (node:internal/modules/cjs/loader:1341:5) {
  code: 'MODULE_NOT_FOUND',
  requireStack: []
}

Node.js v24.21.0`,
    /Cannot find module/,
  ],
  [
    "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'express' imported from /app/server.js\n    at packageResolve (node:internal/modules/esm/resolve:858:9)",
    /Cannot find module/,
  ],
  // The first errors of a container for Python, with what Gunicorn and a traceback print around them.
  [
    `[2026-11-29 23:07:00 +0000] [7] [ERROR] Exception in worker process
Traceback (most recent call last):
  File "/usr/local/lib/python3.14/site-packages/gunicorn/arbiter.py", line 608, in spawn_worker
    worker.init_process()
    ~~~~~~~~~~~~~~~~~~~^^
  File "/app/app.py", line 1, in <module>
    from flask import Flask
ModuleNotFoundError: No module named 'flask'
[2026-11-29 23:07:00 +0000] [7] [INFO] Worker exiting (pid: 7)
[2026-11-29 23:07:01 +0000] [1] [ERROR] Reason: Worker failed to boot.`,
    /No module named/,
  ],
  ['/usr/local/bin/python: No module named flask', /No module named/],
  [
    "web-1  | python: can't open file '/app/main.py': [Errno 2] No such file or directory\nweb-1 exited with code 2",
    /can't open file/,
  ],
  ["/usr/local/bin/python3: can't open file '/code/manage.py': [Errno 2] No such file or directory", /can't open file/],
  [
    `#10 [4/5] RUN npm ci --omit=dev
#10 0.514 npm error code EUSAGE
#10 0.515 npm error The \`npm ci\` command can only install with an existing package-lock.json or
#10 0.515 npm error npm-shrinkwrap.json with lockfileVersion >= 1. Run an install with npm@5 or
#10 0.515 npm error later to generate a package-lock.json file, then try again.
#10 ERROR: process "/bin/sh -c npm ci --omit=dev" did not complete successfully: exit code: 1`,
    /npm ci/,
  ],
  [
    `npm error \`npm ci\` can only install packages when your package.json and package-lock.json or npm-shrinkwrap.json are in sync. Please update your lock file with \`npm install\` before continuing.
npm error Missing: express@5.1.0 from lock file
ERROR: failed to solve: process "/bin/sh -c npm ci" did not complete successfully: exit code: 1`,
    /npm ci/,
  ],
  [
    `node:events:486
      throw er; // Unhandled 'error' event
      ^

Error: listen EADDRINUSE: address already in use :::3000
    at Server.setupListenHandle [as _listen2] (node:net:1829:16)
    at listenInCluster (node:net:1877:12)
    at Server.listen (node:net:1965:7)
Emitted 'error' event on Server instance at:
    at emitErrorNT (node:net:1856:8) {
  code: 'EADDRINUSE',
  errno: -98,
  syscall: 'listen',`,
    /EADDRINUSE/,
  ],
  [
    `node:fs:2482
    return binding.writeFileUtf8(
                   ^

Error: EACCES: permission denied, open '/app/data.json'
    at Object.writeFileSync (node:fs:2482:20) {
  errno: -13,
  code: 'EACCES',`,
    /EACCES/,
  ],
  [
    `  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current
                                 Dload  Upload   Total   Spent    Left  Speed
  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0
curl: (7) Failed to connect to localhost port 3000 after 0 ms: Could not connect to server`,
    /curl: \(7\)/,
  ],

  // Builds print the failing step, its output, and the lines of the Dockerfile around it.
  [
    ` > [4/6] RUN pip install --no-cache-dir -r requirements.txt:
1.204 ERROR: Could not open requirements file: [Errno 2] No such file or directory: 'requirements.txt'
------
Dockerfile:7
--------------------
   5 |     WORKDIR /app
   6 |     COPY . .
   7 | >>> RUN pip install --no-cache-dir -r requirements.txt
   8 |     CMD ["python", "app.py"]
--------------------
ERROR: failed to build: failed to solve: process "/bin/sh -c pip install --no-cache-dir -r requirements.txt" did not complete successfully: exit code: 1

View build details: docker-desktop://dashboard/build/default/default/abc123`,
    /Could not open requirements file/,
  ],
  [
    `#9 [web builder 5/7] RUN npm run build
#9 0.512 sh: 1: vite: not found
#9 ERROR: process "/bin/sh -c npm run build" did not complete successfully: exit code: 127
failed to solve: process "/bin/sh -c npm run build" did not complete successfully: exit code: 127`,
    /sh: vite: not found/,
  ],
  [
    ` > [frontend-builder 6/6] RUN npm run build:
0.133
0.133 > shop-frontend@0.0.0 build
0.133 > tsc && vite build
0.133
0.134 sh: tsc: not found
------
failed to solve: process "/bin/sh -c npm run build" did not complete successfully: exit code: 127`,
    /sh: vite: not found/,
  ],
  ['web-1  | > shop@1.0.0 dev\nweb-1  | > next dev\nweb-1  | sh: next: not found', /sh: vite: not found/],
  ['> shop@1.0.0 start\n> my-server\n\nsh: line 1: my-server: command not found', /sh: vite: not found/],
  [
    ` => CACHED [build 6/6] RUN npm run build                                   0.0s
 => ERROR [stage-1 2/2] COPY --from=build /app/dist /usr/share/nginx/html        0.0s
------
 > [stage-1 2/2] COPY --from=build /app/dist /usr/share/nginx/html:
------
Dockerfile:11
--------------------
  10 |     FROM nginx:alpine
  11 | >>> COPY --from=build /app/dist /usr/share/nginx/html
--------------------
ERROR: failed to build: failed to solve: failed to compute cache key: failed to calculate checksum of ref 4x2k1::9h3fz: "/app/dist": not found`,
    /failed to calculate checksum/,
  ],
  [
    `#6 [2/3] RUN apt-get install -y vim
#6 0.412 Reading package lists...
#6 0.420 E: Unable to locate package vim
ERROR: process "/bin/sh -c apt-get install -y vim" did not complete successfully: exit code: 100`,
    /Unable to locate package/,
  ],
  ['root@5c1e9f3a7b20:/# apt install nano\nError: Unable to locate package nano', /Unable to locate package/],
  [
    `#7 0.301 /bin/sh: git: not found
ERROR: process "/bin/sh -c git clone https://example.com/shop" did not complete successfully: exit code: 127`,
    /sh: curl: not found/,
  ],
  [
    `ERROR: docker: 'docker buildx build' requires 1 argument

Usage:  docker buildx build [OPTIONS] PATH | URL | -

Run 'docker buildx build --help' for more information`,
    /requires 1 argument/,
  ],
  [
    `$ docker build -t my-app
ERROR: "docker buildx build" requires exactly 1 argument.
See 'docker buildx build --help'.

Usage:  docker buildx build [OPTIONS] PATH | URL | -

Start a build`,
    /requires 1 argument/,
  ],
  ['"docker build" requires exactly 1 argument.\nSee \'docker build --help\'.', /requires 1 argument/],
  [
    `[+] Building 0.1s (1/1) FINISHED                                 docker:default
 => [internal] load build definition from Dockerfile                       0.0s
 => => transferring dockerfile: 187B                                       0.0s
Dockerfile:4
--------------------
   2 |     RUN apt-get update &&
   3 |         apt-get install -y curl
   4 | >>> apt-get clean
--------------------
ERROR: failed to build: failed to solve: dockerfile parse error on line 4: unknown instruction: apt-get`,
    /unknown instruction/,
  ],
  ['Error response from daemon: dockerfile parse error line 1: unknown instruction: FORM', /unknown instruction/],
  [
    `docker: Error response from daemon: could not select device driver "" with capabilities: [[gpu]].
ERRO[0000] error waiting for container: context canceled`,
    /could not select device driver/,
  ],
  [
    `[+] Running 1/1
 ✔ Container llm-ollama-1  Created                                         0.1s
Attaching to ollama-1
Error response from daemon: could not select device driver "nvidia" with capabilities: [[gpu]]`,
    /could not select device driver/,
  ],
  [
    `docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error running prestart hook #0: exit status 1, stdout: , stderr: Auto-detected mode as 'legacy'
nvidia-container-cli: initialization error: load library failed: libnvidia-ml.so.1: cannot open shared object file: no such file or directory: unknown`,
    /could not select device driver/,
  ],
  [
    `WARNING: Error loading config file: open /home/omar/.docker/config.json: permission denied
CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    PORTS     NAMES`,
    /Error loading config file/,
  ],
  [
    'WARNING: Error loading config file: /home/user/.docker/config.json - stat /home/user/.docker/config.json: permission denied',
    /Error loading config file/,
  ],
  ['ERROR: open /home/lee/.docker/buildx/current: permission denied', /Error loading config file/],
  [
    'permission denied while trying to connect to the docker API at unix:///var/run/docker.sock\nWARNING: Error loading config file: open /home/omar/.docker/config.json: permission denied',
    /permission denied while trying to connect/,
  ],
  ["usermod: group 'docker' does not exist", /group 'docker' does not exist/],
  ['usermod: group ‘docker’ does not exist', /group 'docker' does not exist/],
  ['dial unix /var/run/docker.sock: connect: no such file or directory', /Cannot connect to the Docker daemon/],
  ['dial unix /run/user/1000/docker.sock: connect: no such file or directory', /Cannot connect to the Docker daemon/],
  ['"/index.html": not found', /failed to calculate checksum/],
  [
    'request returned 500 Internal Server Error for API route and version http://%2FUsers%2Flee%2F.docker%2Frun%2Fdocker.sock/v1.51/version, check if the server supports the requested API version',
    /Docker Desktop is unable to start/,
  ],
  [
    'docker: request returned Internal Server Error for API route and version http://%2F%2F.%2Fpipe%2FdockerDesktopLinuxEngine/v1.47/containers/create, check if the server supports the requested API version.',
    /Docker Desktop is unable to start/,
  ],
  [
    '2026/11/30 10:02:11 [error] 29#29: *1 open() "/usr/share/nginx/html/abuot.html" failed (2: No such file or directory), client: 172.17.0.1, server: localhost, request: "GET /abuot.html HTTP/1.1", host: "localhost:8081"',
    /about\.html" failed/,
  ],
  ['404 Not Found\n\nnginx/1.29.3', /about\.html" failed/],
  ['nginx: [emerg] host not found in upstream "api:3000" in /etc/nginx/conf.d/default.conf:5', /^host not found in up/],
  ['502 Bad Gateway\n\nnginx/1.29.3', /^502 Bad Gateway/],
  ['<center><h1>502 Bad Gateway</h1></center>\n<hr><center>nginx/1.29.3</center>', /^502 Bad Gateway/],
  ['sqlite3.OperationalError: unable to open database file', /^sqlite3\.OperationalError/],
  ['SqliteError: attempt to write a readonly database', /^sqlite3\.OperationalError/],
  [
    '[error] 28#28: *47 "/etc/nginx/html/index.html" is not found (2: No such file or directory), client: 172.17.0.1',
    /about\.html" failed/,
  ],
  [
    `DEPRECATED: The legacy builder is deprecated and will be removed in a future release.
unable to prepare context: unable to evaluate symlinks in Dockerfile path: lstat /home/lee/app/Dockerfile: no such file or directory`,
    /failed to read dockerfile/,
  ],
  [
    `DEPRECATED: The legacy builder is deprecated and will be removed in a future release.
"docker build" requires exactly 1 argument.`,
    /requires 1 argument/,
  ],
  [
    '2026/11/30 10:02:11 [error] 29#29: *1 open() "/etc/nginx/html/about.html" failed (2: No such file or directory)',
    /about\.html" failed/,
  ],
  ['ImportError: libcudart.so.12: cannot open shared object file: No such file or directory', /libpq\.so\.5/],
  ['ImportError: libcuda.so.1: cannot open shared object file: No such file or directory', /could not select device/],
  [
    `DEPRECATED: The legacy builder is deprecated and will be removed in a future release.
            Install the buildx component to build images with BuildKit:
            https://docs.docker.com/go/buildx/

Step 2/2 : COPY app.jar /
COPY failed: file not found in build context or excluded by .dockerignore: stat app.jar: file does not exist`,
    /failed to calculate checksum/,
  ],
  [
    `DEPRECATED: The legacy builder is deprecated and will be removed in a future release.
            Install the buildx component to build images with BuildKit:
            https://docs.docker.com/go/buildx/

Sending build context to Docker daemon  3.072kB
Step 1/2 : FROM nginx:alpine`,
    /BuildKit is enabled but the buildx component is missing/,
  ],
  ['[]\nerror: no such object: hello', /No such container/],
  [
    `docker: Error response from daemon: Mounts denied: 
The path /opt/projects/shop/data is not shared from the host and is not known to Docker.
You can configure shared paths from Docker -> Preferences... -> Resources -> File Sharing.
See https://docs.docker.com/go/mac-file-sharing/ for more info.`,
    /Mounts denied/,
  ],
  [
    `Error response from daemon: Ports are not available: exposing port TCP 0.0.0.0:5000 -> 0.0.0.0:0: listen tcp 0.0.0.0:5000: bind: An attempt was made to access a socket in a way forbidden by
its access permissions.`,
    /forbidden by its access permissions/,
  ],
  [
    'Error response from daemon: Ports are not available: exposing port TCP 0.0.0.0:80 -> 127.0.0.1:0: listen tcp 0.0.0.0:80: bind: address already in use',
    /address already in use/,
  ],
  [
    'docker: Error response from daemon: Ports are not available: exposing port TCP 127.0.0.1:8080 -> 127.0.0.1:0: listen tcp 127.0.0.1:8080: bind: Only one usage of each socket address (protocol/network address/port) is normally permitted.',
    /failed to bind host port …: address already in use/,
  ],
  [
    'bind: Only one usage of each socket address (protocol/network address/port) is normally permitted.',
    /failed to bind host port …: address already in use/,
  ],
  // cspell:ignore dokcer dcoker alpin
  ['docker.io/library/nginx:alpin: not found', /^manifest unknown/],
  ['ERROR: failed to solve: nginx:alpin: docker.io/library/nginx:alpin: not found', /^manifest unknown/],
  ['dokcer: command not found', /docker: command not found/],
  ['zsh: command not found: dcoker', /docker: command not found/],
  ["Command 'dokcer' not found, did you mean:", /docker: command not found/],
  ["Command '$' not found, did you mean:", /^\$: command not found/],
  ['WSL2 is not supported with your current machine configuration.', /Virtualization support not detected/],
  [
    `[+] Running 0/1
 ⠿ Network shop_default  Error                                             0.0s
failed to create network shop_default: Error response from daemon: all predefined address pools have been fully
subnetted`,
    /predefined address pools/,
  ],
  [
    `Creating network "shop_default" with the default driver
ERROR: could not find an available, non-overlapping IPv4 address pool among the defaults to assign to the network`,
    /predefined address pools/,
  ],
  [
    `Attaching to web-1
Error response from daemon: failed to set up container networking: network 5fd3cac23c91c89c3a2ae3743fb9ef5665a1bca5c3ff1b3a6e43b6cbd53fda16 not found`,
    /^network/,
  ],
  ['service "web": network proxy declared as external, but could not be found', /^network/],
  [
    `ERROR: Network traefik_web declared as external, but could not be found. Please create the network manually using
\`docker network create traefik_web\` and try again.`,
    /^network/,
  ],
  ['Error response from daemon: cannot stop container: shop-web-1: permission denied', /cannot stop container/],
  [
    `ERROR: for web  cannot stop container: d9775e467d1e: Cannot kill container d9775e467d1e: unknown error after kill: runc did not terminate successfully: exit status 1: unable to signal init: permission denied
: unknown`,
    /cannot stop container/,
  ],
  [
    `docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint web (0a1b2c3d): Unable to enable DNAT rule:  (iptables failed: iptables --wait -t nat -A DOCKER -p tcp -d 0/0 --dport 8080 -j DNAT --to-destination 172.17.0.2:80 ! -i docker0: iptables: No chain/target/match by that name.
 (exit status 1))`,
    /iptables failed/,
  ],
  [
    `Job for docker.service failed because the control process exited with error code.
See "systemctl status docker.service" and "journalctl -xeu docker.service" for details.`,
    /docker\.service failed/,
  ],
  [
    "Nov 28 09:14:02 srv1 dockerd[2067]: unable to configure the Docker daemon with file /etc/docker/daemon.json: invalid character '\"' after object key:value pair",
    /docker\.service failed/,
  ],
  ['> shop@1.0.0 start\n> nodemon server.js\n\nsh: 1: nodemon: not found', /sh: vite: not found/],
  ['sh: 1: nodemon: not found', /sh: vite: not found/],
  [
    `npm error Missing script: "start"
npm error
npm error Did you mean one of these?
npm error   npm star # Mark your favorite packages
npm error   npm stars # View packages marked as favorites
npm error
npm error To see a list of scripts, run:
npm error   npm run
npm error A complete log of this run can be found in: /root/.npm/_logs/2026-11-29T21_53_27_947Z-debug-0.log`,
    /Missing script/,
  ],
  ['web-1  | npm ERR! missing script: start\nweb-1 exited with code 1', /Missing script/],
  ['bash: docker: command not found', /^docker: command not found/],
  ['zsh: command not found: docker', /^docker: command not found/],
  ["Command 'docker' not found, but can be installed with:\nsudo apt install docker.io", /^docker: command not found/],
  [
    "docker : The term 'docker' is not recognized as the name of a cmdlet, function, script file, or operable program.",
    /^docker: command not found/,
  ],
  ["'docker' is not recognized as an internal or external command,", /^docker: command not found/],
  [
    `ann@laptop:~$ docker run hello-world

The command 'docker' could not be found in this WSL 2 distro.
We recommend to activate the WSL integration in Docker Desktop settings.

For details about using Docker Desktop with WSL 2, visit:

https://docs.docker.com/go/wsl2/
`,
    /in this WSL 2 distro/,
  ],
  [
    "The command 'docker-compose' could not be found in this WSL 1 distro.\nWe recommend to convert this distro to WSL 2 and activate\nthe WSL integration in Docker Desktop settings.",
    /in this WSL 2 distro/,
  ],
  ['-bash: /usr/bin/docker: No such file or directory', /in this WSL 2 distro/],
  ['bash: docker-compose: command not found', /^docker-compose: command not found/],
  ['parsing /home/ann/shop/docker-compose.yml: yaml: line 7: did not find expected key', /did not find expected key/],
  [
    'yaml: while parsing a block mapping at line 3, column 3: line 9, column 4: did not find expected key',
    /did not find expected key/,
  ],
  ['service "web" depends on undefined service "databse": invalid compose project', /depends on undefined service/],
  ['service "db" refers to undefined volume pgdata: invalid compose project', /depends on undefined service/],
  [
    `#7 [2/4] RUN apt-get update && apt-get install -y curl
#7 15.30 Err:1 http://deb.debian.org/debian bookworm InRelease
#7 15.30   Temporary failure resolving 'deb.debian.org'
#7 30.51 E: Unable to locate package curl
ERROR: failed to build: failed to solve: process "/bin/sh -c apt-get update && apt-get install -y curl" did not complete successfully: exit code: 100`,
    /Temporary failure resolving/,
  ],
  [
    'pip._vendor.urllib3.exceptions.NewConnectionError: Failed to establish a new connection: [Errno -3] Temporary failure in name resolution',
    /Temporary failure resolving/,
  ],
  ['web-1  | /usr/bin/env: ‘bash\\r’: No such file or directory\nweb-1 exited with code 127', /bash\\r/],
  ["/entrypoint.sh: line 2: $'\\r': command not found", /bash\\r/],
  [
    'error during connect: Get "http://%2F%2F.%2Fpipe%2Fdocker_engine/v1.24/containers/json": open //./pipe/docker_engine: The system cannot find the file specified. In the default daemon configuration on Windows, the docker client must be run elevated to connect. This error may also indicate that the docker daemon is not running.',
    /docker_engine/,
  ],
  [
    'failed to connect to the docker API at npipe:////./pipe/dockerDesktopLinuxEngine; check if the path is correct and if the daemon is running: open //./pipe/dockerDesktopLinuxEngine: The system cannot find the file specified.',
    /docker_engine/,
  ],
  [
    'error during connect: in the default daemon configuration on Windows, the docker client must be run with elevated privileges to connect: open //./pipe/docker_engine: Access is denied.',
    /docker-users/,
  ],

  // Other wordings of messages above.
  ['The push refers to repository [docker.io/ann/my-app]\ntag does not exist: ann/my-app:1', /tag does not exist/],
  [
    'Error response from daemon: conflict: unable to delete nginx:latest (must be forced) - container 3f1c0d4e5a6b is using its referenced image 4bb46517cac3',
    /unable to delete/,
  ],
  [
    'Error response from daemon: failed to resolve reference "docker.io/library/alpine:latest": failed to do request: Head "https://registry-1.docker.io/v2/library/alpine/manifests/latest": dial tcp: lookup registry-1.docker.io on 127.0.0.53:53: no such host',
    /no such host/,
  ],
  [
    'docker: Error response from daemon: Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 10.0.0.53:53: dial udp 10.0.0.53:53: connect: network is unreachable',
    /no such host/,
  ],
  [
    `ERROR: failed to build: failed to solve: bulid: failed to resolve source metadata for docker.io/library/bulid:latest: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed`,
    /pull access denied/,
  ],
  [
    'error getting credentials - err: exit status 1, out: `no usernames for https://index.docker.io/v1/`',
    /error getting credentials/,
  ],

  // The AWS CLI fails in front of a pipe, and `docker login` adds its own message, in old and new wordings.
  [
    `$ aws ecr get-login-password --region eu-west-1 | docker login --username AWS --password-stdin 123456789012.dkr.ecr.eu-west-1.amazonaws.com

Unable to locate credentials. You can configure credentials by running "aws configure".
Error: Cannot perform an interactive login from a non TTY device`,
    /Unable to locate credentials/,
  ],
  [
    `aws: [ERROR]: An error occurred (NoCredentials): Unable to locate credentials. You can configure credentials by running "aws login".
Error: Password Empty`,
    /Unable to locate credentials/,
  ],
  ['Unable to locate credentials\nerror: password is empty', /Unable to locate credentials/],
  [
    `Error when retrieving token from sso: Token has expired and refresh failed
error: password is empty`,
    /retrieving token from sso/,
  ],
  [
    `
aws: [ERROR]: Error loading SSO Token: Token for my-company does not exist
Error: Cannot perform an interactive login from a non TTY device`,
    /retrieving token from sso/,
  ],
  [
    'The SSO session associated with this profile has expired or is otherwise invalid. To refresh this SSO session run\naws sso login with the corresponding profile.',
    /retrieving token from sso/,
  ],
  ['\nThe config profile (my-company) could not be found\nerror: password is empty', /config profile/],
  ['Error: password is empty', /Unable to locate credentials/],
  [
    '\nYou must specify a region. You can also configure your region by running "aws configure".\nError: password is empty',
    /must specify a region/,
  ],
  ['aws: [ERROR]: An error occurred (NoRegion): You must specify a region.', /must specify a region/],
  ['\naws: error: argument --region: expected one argument', /must specify a region/],
  ['aws: [ERROR]: argument --repository-name: expected one argument', /must specify a region/],
  ["aws: [ERROR]: argument operation: Found invalid choice 'get-login'", /Unknown options/],
  [
    `usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]
To see help text, you can run:

  aws help
  aws <command> help
  aws <command> <subcommand> help

aws: error: argument command: Invalid choice, valid choices are:

accessanalyzer                           | account
acm                                      | acm-pca`,
    /Unknown options/,
  ],
  ["aws: [ERROR]: argument command: Found invalid choice 'login'", /Unknown options/],
  ['aws: error: argument operation: Invalid choice', /Unknown options/],
  ['Error: Cannot perform an interactive login from a non TTY device', /interactive login/],
  [
    `aws: [ERROR]: An error occurred (UnrecognizedClientException) when calling the GetAuthorizationToken operation: The security token included in the request is invalid.
error: password is empty`,
    /UnrecognizedClientException/,
  ],
  [
    'An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The security token\nincluded in the request is invalid',
    /UnrecognizedClientException/,
  ],
  [
    `An error occurred (ExpiredTokenException) when calling the GetAuthorizationToken operation: The security token included in the request is expired
Error: Cannot perform an interactive login from a non TTY device`,
    /ExpiredTokenException/,
  ],
  [
    `Could not connect to the endpoint URL: "https://api.ecr.eu-wst-1.amazonaws.com/"
Error: Cannot perform an interactive login from a non TTY device`,
    /Could not connect to the endpoint URL/,
  ],
  ['zsh: command not found: aws\nerror: password is empty', /^aws: command not found/],
  [
    `bash: aws: command not found
Error: Cannot perform an interactive login from a non TTY device`,
    /^aws: command not found/,
  ],
  ["'aws' is not recognized as an internal or external command,\noperable program or batch file.", /^aws: command not/],
  [
    `usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]
To see help text, you can run:

  aws help

Unknown options: --image-tag-mutability-exclusion-filters, filterType=WILDCARD,filter=latest`,
    /Unknown options/,
  ],
  [
    'Error response from daemon: login attempt to https://123456789012.dkr.ecr.us-east-2.amazonaws.com/v2/ failed with status: 400 Bad Request',
    /400 Bad Request/,
  ],
  [
    `Dockerfile:3
--------------------
   1 |     # syntax=docker/dockerfile:1
   3 | >>> FROM --platform=$BUILDPLATFORM golang:1.27-alpine@sha256:<64 hex digits> AS build
--------------------
ERROR: failed to build: failed to solve: dockerfile parse error on line 3: FROM requires either one or three arguments`,
    /FROM requires/,
  ],
  [
    `$ docker run -d --name hello -p 127.0.0.1:8080:8080 hello:1.0
4f1c0d4e5a6b4bb46517cac34f1c0d4e5a6b4bb46517cac34f1c0d4e5a6b4bb4
$ curl http://127.0.0.1:8080/
curl: (56) Recv failure: Connection reset by peer`,
    /Connection reset by peer/,
  ],
  ['curl: (52) Empty reply from server', /Connection reset by peer/],

  // What browsers show instead of a page.
  [
    `This site can’t be reached
localhost refused to connect.

Try:
Checking the connection
Checking the proxy and the firewall
ERR_CONNECTION_REFUSED`,
    /curl: \(7\)/,
  ],
  ["This site can't be reached", /curl: \(7\)/],
  ['localhost refused to connect', /curl: \(7\)/],
  ['GET http://localhost:8080/ net::ERR_CONNECTION_REFUSED', /curl: \(7\)/],
  ['Unable to connect', /curl: \(7\)/],
  [
    `Unable to connect

Firefox can’t establish a connection to the server at localhost:8080.

The site could be temporarily unavailable or too busy. Try again in a few moments.`,
    /curl: \(7\)/,
  ],
  ["This page isn't working\nlocalhost didn’t send any data.\nERR_EMPTY_RESPONSE", /Connection reset by peer/],
  [
    "This site can't be reached\nThe connection was reset.\nTry:\nChecking the connection\nERR_CONNECTION_RESET",
    /Connection reset by peer/,
  ],
  [
    'The connection was reset\n\nThe connection to the server was reset while the page was loading.',
    /Connection reset by peer/,
  ],

  // Clients in a container that look for a server at their own address.
  [
    `api-1  | node:internal/process/promises:394
api-1  |       triggerUncaughtException(err, true /* fromPromise */);
api-1  |
api-1  | AggregateError [ECONNREFUSED]:
api-1  |     at internalConnectMultiple (node:net:1139:18)
api-1  |   [errors]: [
api-1  |     Error: connect ECONNREFUSED ::1:5432
api-1  |         at createConnectionError (node:net:1675:14) {
api-1  |       errno: -111,
api-1  |     },
api-1  |     Error: connect ECONNREFUSED 127.0.0.1:5432`,
    /ECONNREFUSED/,
  ],
  [
    `    conn = _connect(dsn, connection_factory=connection_factory, **kwasync)
psycopg2.OperationalError: connection to server at "localhost" (127.0.0.1), port 5432 failed: Connection refused
\tIs the server running on that host and accepting TCP/IP connections?`,
    /ECONNREFUSED/,
  ],
  ['ConnectionRefusedError: [Errno 111] Connection refused', /ECONNREFUSED/],
  [
    `node:events:502
      throw er; // Unhandled 'error' event
      ^

Error: getaddrinfo ENOTFOUND db
    at GetAddrInfoReqWrap.onlookupall [as oncomplete] (node:dns:122:26)
Emitted 'error' event on Socket instance at:
    at emitErrorNT (node:internal/streams/destroy:169:8) {
  errno: -3008,
  code: 'ENOTFOUND',
  syscall: 'getaddrinfo',
  hostname: 'db'
}`,
    /getaddrinfo ENOTFOUND/,
  ],
  ['api-1  | Error: getaddrinfo EAI_AGAIN db db:5432', /getaddrinfo ENOTFOUND/],
  ['could not translate host name "db" to address: Temporary failure in name resolution', /getaddrinfo ENOTFOUND/],
  ["ERROR 2005 (HY000): Unknown MySQL server host 'db' (-2)", /getaddrinfo ENOTFOUND/],
  ['EAI_AGAIN', /getaddrinfo ENOTFOUND/],
  ['redis.exceptions.ConnectionError: Error -2 connecting to redis:6379. Name or service not known.', /getaddrinfo/],
  ['Error -3 connecting to redis:6379. Temporary failure in name resolution.', /getaddrinfo ENOTFOUND/],
  [
    "psycopg.OperationalError: failed to resolve host 'db': [Errno -2] Name or service not known",
    /getaddrinfo ENOTFOUND/,
  ],
  [
    `pymysql.err.OperationalError: (2003, "Can't connect to MySQL server on 'db' ([Errno -2] Name or service not known)")`,
    /getaddrinfo ENOTFOUND/,
  ],
  ['psycopg.OperationalError: [Errno -2] Name or service not known', /Temporary failure resolving/],
  [
    "urllib3.exceptions.NameResolutionError: Failed to resolve 'api.example.com' ([Errno -2] Name or service not known)",
    /Temporary failure resolving/,
  ],
  ['Error: getaddrinfo ENOTFOUND host.docker.internal', /getaddrinfo ENOTFOUND/],
  [
    'npm error code EAI_AGAIN\nnpm error request to https://registry.npmjs.org/vite failed, reason: getaddrinfo EAI_AGAIN registry.npmjs.org',
    /Temporary failure resolving/,
  ],
  ['dial tcp [::1]:6379: connect: connection refused', /ECONNREFUSED/],
  ['dial unix /var/run/docker.sock: connect: connection refused', /Cannot connect to the Docker daemon/],
  ['Error: connect ECONNREFUSED /var/run/docker.sock', /Cannot connect to the Docker daemon/],
  ['dial tcp 127.0.0.1:2375: connect: connection refused', /Cannot connect to the Docker daemon/],
  ['Error: connect EACCES /var/run/docker.sock', /permission denied while trying to connect/],
  ['org.postgresql.util.PSQLException: Connection to localhost:5432 refused.', /ECONNREFUSED/],
  ["ERROR 2003 (HY000): Can't connect to MySQL server on '127.0.0.1:3306' (111)", /ECONNREFUSED/],
  ['curl: (7) Failed to connect to localhost port 3000: Connection refused', /curl: \(7\)/],
  [
    'failed to connect to the docker API at tcp://127.0.0.1:2375: dial tcp 127.0.0.1:2375: connect: connection refused',
    /Cannot connect to the Docker daemon/,
  ],
  [
    `aws: [ERROR]: An error occurred (RepositoryAlreadyExistsException) when calling the CreateRepository operation: The repository with name 'team/api' already exists in the registry with id '123456789012'`,
    /RepositoryAlreadyExistsException/,
  ],
  [
    `#7 3.211 curl: (56) Recv failure: Connection reset by peer
ERROR: process "/bin/sh -c curl -fsSL https://example.com/install.sh | sh" did not complete successfully: exit code: 56`,
    /did not complete successfully/,
  ],
  [
    "ann@laptop:~$ docker pull alpine@sha256:<64 hex digits>\nbash: syntax error near unexpected token `newline'",
    /newline/,
  ],
  ['-bash: 64: No such file or directory', /newline/],

  // pip and npm, in builds and in containers.
  [
    ` > [4/6] RUN pip install --no-cache-dir -r requirements.txt:
5.381   Building wheel for netifaces (setup.py): finished with status 'error'
5.388       building 'netifaces' extension
5.388       gcc -fno-strict-overflow -Wsign-compare -DNDEBUG -g -O3 -Wall -fPIC -c netifaces.c -o build/netifaces.o
5.388       error: command 'gcc' failed: No such file or directory
5.388       [end of output]
5.389   ERROR: Failed building wheel for netifaces
5.512 ERROR: Failed to build installable wheels for some pyproject.toml based projects (netifaces)
------
ERROR: failed to solve: process "/bin/sh -c pip install --no-cache-dir -r requirements.txt" did not complete successfully: exit code: 1`,
    /command 'gcc' failed/,
  ],
  ["error: command '/usr/bin/gcc' failed: No such file or directory", /command 'gcc' failed/],
  ["    unable to execute 'gcc': No such file or directory", /command 'gcc' failed/],
  ['  ERROR: Failed building wheel for psycopg2', /command 'gcc' failed/],
  [
    '13.12       Error: pg_config executable not found.\n13.12\n13.12       pg_config is required to build psycopg2 from source.',
    /command 'gcc' failed/,
  ],
  [
    `ERROR: Could not find a version that satisfies the requirement flaks (from versions: none)
ERROR: No matching distribution found for flaks
ERROR: failed to solve: process "/bin/sh -c pip install flaks" did not complete successfully: exit code: 1`,
    /No matching distribution/,
  ],
  [
    `WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after connection broken by 'SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain (_ssl.c:1006)'))': /simple/flask/
ERROR: Could not find a version that satisfies the requirement flask (from versions: none)
ERROR: No matching distribution found for flask`,
    /self-signed certificate/,
  ],
  [
    `npm error code SELF_SIGNED_CERT_IN_CHAIN
npm error errno SELF_SIGNED_CERT_IN_CHAIN
npm error request to https://registry.npmjs.org/vite failed, reason: self-signed certificate in certificate chain`,
    /self-signed certificate/,
  ],
  ['npm ERR! reason: self signed certificate in certificate chain', /self-signed certificate/],
  ['curl: (60) SSL certificate problem: unable to get local issuer certificate', /self-signed certificate/],
  [
    `  File "/app/app.py", line 7, in <module>
    db = open("/app/data.db", "ab")
PermissionError: [Errno 13] Permission denied: '/app/data.db'`,
    /PermissionError/,
  ],
  [
    "ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: '/usr/local/lib/python3.14/site-packages/flask'\nConsider using the `--user` option or check the permissions.",
    /PermissionError/,
  ],
  [
    `api_c  | npm ERR! code ENOENT
api_c  | npm ERR! syscall open
api_c  | npm ERR! path /app/package.json
api_c  | npm ERR! errno -2
api_c  | npm ERR! enoent Could not read package.json: Error: ENOENT: no such file or directory, open '/app/package.json'
api_c  | npm ERR! enoent This is related to npm not being able to find a file.
api_c exited with code 254`,
    /Could not read package\.json/,
  ],
  [
    "npm ERR! enoent ENOENT: no such file or directory, open '/usr/src/app/package.json'",
    /Could not read package\.json/,
  ],
  [
    'Error response from daemon: Container 5dc7a67aa71ef6cd51336b1d59122fce2e72461c86d1ed4547c929eee75ce51e is restarting, wait until the container is running',
    /is restarting/,
  ],
  [
    `------
 > [build 6/6] RUN npm run build:
0.412 > shop@1.0.0 build
0.412 > vite build
41.20 Killed
------
ERROR: failed to build: failed to solve: process "/bin/sh -c npm run build" did not complete successfully: exit code: 137`,
    /exit code: 137/,
  ],
  [
    'ERROR: failed to solve: process "/bin/sh -c npm run build" did not complete successfully: cannot allocate memory',
    /exit code: 137/,
  ],

  // Docker Desktop on Windows doesn't start.
  [
    "Virtualization support not detected\nDocker Desktop failed to start because virtualisation support wasn't detected. Contact your IT admin to enable virtualization or check system requirements.",
    /Virtualization support/,
  ],
  [
    'Hardware assisted virtualization and data execution protection must be enabled in the BIOS. See https://docs.docker.com/desktop/troubleshoot/topics/#virtualization',
    /Virtualization support/,
  ],
  [
    'Please enable the "Virtual Machine Platform" optional component and ensure virtualization is enabled in the BIOS.\nError code: Wsl/Service/RegisterDistro/CreateVm/HCS/HCS_E_HYPERV_NOT_INSTALLED',
    /Virtualization support/,
  ],
  [
    'The virtual machine could not be started because a required feature is not installed.\nError code: Wsl/Service/CreateInstance/CreateVm/HCS/0x80370102',
    /Virtualization support/,
  ],
  [
    'Docker Desktop requires a newer WSL kernel version.\nUpdate the WSL kernel by running "wsl --update" or follow instructions at\nhttps://docs.microsoft.com/windows/wsl/wsl2-kernel.',
    /WSL 2 installation/,
  ],
  ['Docker Desktop - WSL update required', /WSL 2 installation/],
  ['Docker Desktop - WSL update failed\nwsl update failed: a manual wsl update is required', /WSL 2 installation/],
  ['You are not allowed to use Docker, you must be in the "docker-users" group.', /docker-users/],
  ['Docker Desktop - Access Denied', /docker-users/],

  // The client without the Compose plugin.
  [
    `$ docker compose up -d
unknown shorthand flag: 'd' in -d
See 'docker --help'.

Usage:  docker [OPTIONS] COMMAND

A self-sufficient runtime for containers`,
    /^docker-compose/,
  ],
  [
    "unknown shorthand flag: 'd' in -d\n\nUsage:  docker [OPTIONS] COMMAND [ARG...]\n\nRun 'docker --help' for more information",
    /^docker-compose/,
  ],
  ["unknown shorthand flag: 'f' in -f", /^docker-compose/],
  ["unknown flag: --build\nSee 'docker --help'.", /^docker-compose/],
  ["docker: 'compose' is not a docker command.\nSee 'docker --help'", /^docker-compose/],

  // A notice, and the error below it.
  [
    `WARN[0000] /home/ann/shop/docker-compose.yml: the attribute \`version\` is obsolete, it will be ignored, please remove it to avoid potential confusion
[+] Running 1/1
 ✔ Container shop-web-1  Started                                           0.4s`,
    /is obsolete/,
  ],
  [
    `WARN[0000] /home/ann/shop/docker-compose.yml: the attribute \`version\` is obsolete, it will be ignored, please remove it to avoid potential confusion
service "web" refers to undefined network proxy: invalid compose project`,
    /depends on undefined service/,
  ],
  ["Unable to find image 'nginx:latest' locally\nlatest: Pulling from library/nginx", /Unable to find image/],
  [
    `
WARNING! Your credentials are stored unencrypted in '/home/ann/.docker/config.json'.
Configure a credential helper to remove this warning. See
https://docs.docker.com/go/credential-store/

Login Succeeded`,
    /stored unencrypted/,
  ],
  ['WARNING! Your password will be stored unencrypted in /home/ann/.docker/config.json.', /stored unencrypted/],

  // What a learner's walk found missing or wrong.
  [
    'ann@laptop:~$ sudo systemctl start docker\n[sudo] password for ann:\nFailed to start docker.service: Unit docker.service not found.\nann@laptop:~$',
    /Unit docker\.service not found/,
  ],
  ['Failed to restart docker.service: Unit docker.service not found.', /Unit docker\.service not found/],
  ['Failed to start docker.service: Unit docker.service is masked.', /Unit docker\.service not found/],
  ['$ systemctl status docker\nUnit docker.service could not be found.', /Unit docker\.service not found/],
  [
    "$ sudo systemctl start docker\nSystem has not been booted with systemd as init system (PID 1). Can't operate.\nFailed to connect to bus: Host is down",
    /Unit docker\.service not found/,
  ],
  ['systemd[1]: Failed to start docker.service - Docker Application Container Engine.', /docker\.service failed/],
  [
    `node:events:497
      throw er; // Unhandled 'error' event
      ^

Error: listen EACCES: permission denied 0.0.0.0:3000
    at Server.setupListenHandle [as _listen2] (node:net:1918:21)
    at listenInCluster (node:net:1997:12) {
  code: 'EACCES',
  errno: -4092,
  syscall: 'listen',
  address: '0.0.0.0',
  port: 3000
}`,
    /Ports are not available/,
  ],
  [
    "ann@srv1:~$ docker run --rm --network host --user node shop\nError: listen EACCES: permission denied 0.0.0.0:80\n  code: 'EACCES',\n  syscall: 'listen',\n  address: '0.0.0.0',\n  port: 80",
    /Ports are not available/,
  ],
  [
    "ann@PC MINGW64 ~\n$ docker exec -it web sh\nthe input device is not a TTY.  If you are using mintty, try prefixing the command with 'winpty'",
    /stdin is not a terminal/,
  ],
  [
    `The push refers to repository [123456789012.dkr.ecr.eu-west-1.amazonaws.com/app]
4bb46517cac3: Waiting
failed to push 123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1.0: unexpected status from POST request to https://123456789012.dkr.ecr.eu-west-1.amazonaws.com/v2/app/blobs/uploads/: 403 Forbidden`,
    /HEAD request to .*403 Forbidden/,
  ],
  [
    'unexpected status from HEAD request to https://123456789012.dkr.ecr.eu-west-1.amazonaws.com/v2/app/blobs/sha256:4bb46517cac34f1c0d4e5a6b: 403 Forbidden',
    /HEAD request to .*403 Forbidden/,
  ],
  [
    "docker: 'docker run' requires at least 1 argument\n\nUsage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]\n\nSee 'docker run --help' for more information",
    /docker run/,
  ],
  ['"docker run" requires at least 1 argument.\nSee \'docker run --help\'.', /docker run/],
  [
    "validating /home/ann/shop/compose.yaml: services.web additional properties 'port' not allowed",
    /additional properties/,
  ],
  [
    'validating /home/ann/shop/docker-compose.yml: services.web Additional property port is not allowed',
    /additional properties/,
  ],
  ['(root) Additional property web is not allowed', /additional properties/],
  [
    'WARN[0000] /home/ann/shop/docker-compose.yml: the attribute `version` is obsolete, it will be ignored, please remove it to avoid potential confusion\nservice "web" has neither an image nor a build context specified: invalid compose project',
    /additional properties/,
  ],
  ['validating /home/ann/shop/compose.yaml: services.web.ports must be a list', /additional properties/],
  ['validating /home/ann/shop/compose.yaml: services.web.ports must be a array', /additional properties/],

  // Amazon ECR answers without a reason, in the words of several programs and versions.
  [
    `#3 [internal] load metadata for public.ecr.aws/docker/library/golang:1.24-alpine
#3 ERROR: unexpected status from HEAD request to https://public.ecr.aws/v2/docker/library/golang/manifests/1.24-alpine: 403 Forbidden
------
ERROR: failed to solve: public.ecr.aws/docker/library/golang:1.24-alpine: unexpected status from HEAD request to https://public.ecr.aws/v2/docker/library/golang/manifests/1.24-alpine: 403 Forbidden`,
    /HEAD request to .*403 Forbidden/,
  ],
  [
    'ERROR: failed to solve: public.ecr.aws/lts/ubuntu:22.04_stable: pulling from host public.ecr.aws failed with status code [manifests 22.04_stable]: 403 Forbidden',
    /HEAD request to .*403 Forbidden/,
  ],
  [
    'Error response from daemon: login attempt to https://123456789012.dkr.ecr.us-east-2.amazonaws.com/v2/ failed with status: 403 Forbidden',
    /HEAD request to .*403 Forbidden/,
  ],
  [
    'The push refers to repository [123456789012.dkr.ecr.eu-west-1.amazonaws.com/app]\n4bb46517cac3: Preparing\n5f70bf18a086: Preparing\nerror parsing HTTP 403 response body: unexpected end of JSON input: ""',
    /HEAD request to .*403 Forbidden/,
  ],
  [
    'denied: User: arn:aws:iam::123456789012:user/ann is not authorized to perform: ecr:InitiateLayerUpload on resource: arn:aws:ecr:eu-west-1:123456789012:repository/app because no identity-based policy allows the ecr:InitiateLayerUpload action',
    /is not authorized to perform/,
  ],
  [
    '#2 ERROR: unexpected status from HEAD request to https://public.ecr.aws/v2/docker/library/node/manifests/24: 429 Too Many Requests',
    /Rate exceeded/,
  ],
  [
    'ERROR: failed to solve: public.ecr.aws/lambda/python:3.13: pulling from host public.ecr.aws failed with status code [manifests 3.13]: 429 Too Many Requests',
    /Rate exceeded/,
  ],
  [
    '#2 ERROR: unexpected status from HEAD request to https://123456789012.dkr.ecr.eu-west-1.amazonaws.com/v2/docker-hub/library/node/manifests/24: 429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit.',
    /pull rate limit/,
  ],
  [
    'Error response from daemon: unexpected status from HEAD request to https://ghcr.io/v2/ann/app/manifests/1.0: 429 Too Many Requests',
    /pull rate limit/,
  ],
  [
    'Using default tag: latest\nlatest: Pulling from library/ubuntu\nno matching manifest for windows/amd64 10.0.22631 in the manifest list entries',
    /no matching manifest/,
  ],

  // A proxy of a company.
  [
    `Unable to find image 'nginx:latest' locally
docker: Error response from daemon: Get "https://registry-1.docker.io/v2/": Proxy Authentication Required.
See 'docker run --help'.`,
    /Proxy Authentication Required/,
  ],
  [
    `#2 [internal] load metadata for docker.io/library/nginx:latest
#2 ERROR: failed to do request: Head "https://registry-1.docker.io/v2/library/nginx/manifests/latest": Proxy Authentication Required
------
Dockerfile:1
--------------------
   1 | >>> FROM nginx
--------------------
ERROR: failed to solve: nginx: failed to resolve source metadata for docker.io/library/nginx:latest: failed to do request: Head "https://registry-1.docker.io/v2/library/nginx/manifests/latest": Proxy Authentication Required`,
    /Proxy Authentication Required/,
  ],
  ['Error response from daemon: Get "https://registry-1.docker.io/v2/": Forbidden', /Proxy Authentication Required/],
  [
    'Error response from daemon: failed to resolve reference "docker.io/library/nginx:latest": failed to do request: Head "https://registry-1.docker.io/v2/library/nginx/manifests/latest": Forbidden',
    /Proxy Authentication Required/,
  ],
  [
    'Error response from daemon: Get "https://registry-1.docker.io/v2/": proxyconnect tcp: dial tcp: lookup proxy.acme.local on 10.0.0.53:53: no such host',
    /Proxy Authentication Required/,
  ],
  [
    'docker: Error response from daemon: Get "https://registry-1.docker.io/v2/": proxyconnect tcp: dial tcp 10.1.2.3:8080: connect: connection refused.',
    /Proxy Authentication Required/,
  ],
  ['Get https://registry-1.docker.io/v2/: proxyconnect tcp: EOF', /Proxy Authentication Required/],
  [
    'Error response from daemon: Get "https://registry-1.docker.io/v2/": proxyconnect tcp: dial tcp 10.1.2.3:8080: i/o timeout',
    /Proxy Authentication Required/,
  ],

  // systemd, in several versions, without sudo, as a snap and in a container.
  ['Failed to start docker.service: Unit not found.', /Unit docker\.service not found/],
  ['Failed to enable unit: Unit file docker.service does not exist.', /Unit docker\.service not found/],
  ['Failed to enable unit: Unit docker.service does not exist', /Unit docker\.service not found/],
  [
    "root@5c1e9f3a7b20:/# systemctl start nginx\nSystem has not been booted with systemd as init system (PID 1). Can't operate.\nFailed to connect to bus: Host is down",
    /Unit docker\.service not found/,
  ],
  ['Failed to start docker.service: Unit docker.service has a bad unit file setting.', /docker\.service failed/],
  [
    "ann@srv1:~$ systemctl start docker\nFailed to start docker.service: Interactive authentication required.\nSee system logs and 'systemctl status docker.service' for details.",
    /docker\.service failed/,
  ],
  ['Failed to restart docker.service: Interactive authentication required.', /docker\.service failed/],

  // The pipe of Docker Desktop, which another user or an administrator opened.
  [
    'permission denied while trying to connect to the docker API at npipe:////./pipe/dockerDesktopLinuxEngine',
    /docker-users/,
  ],
  ['open //./pipe/docker_engine: Access is denied.', /docker-users/],

  // A Go program in a container, which asks Docker’s name server.
  [
    'api-1  | 2026/11/30 04:05:06 failed to connect to `user=app database=shop`: hostname resolving error: lookup db on 127.0.0.11:53: no such host',
    /getaddrinfo ENOTFOUND/,
  ],
  ['dial tcp: lookup redis on 127.0.0.11:53: server misbehaving', /getaddrinfo ENOTFOUND/],
  ['dial tcp: lookup db: no such host', /getaddrinfo ENOTFOUND/],
  ['dial tcp: lookup host.docker.internal on 127.0.0.11:53: no such host', /getaddrinfo ENOTFOUND/],
  [
    'Get "https://api.example.com/rates": dial tcp: lookup api.example.com on 127.0.0.11:53: no such host',
    /Temporary failure resolving/,
  ],
  [
    'Error response from daemon: Get "https://registry:5000/v2/": dial tcp: lookup registry on 127.0.0.53:53: no such host',
    /registry-1\.docker\.io on/,
  ],
  [
    'Error response from daemon: Get "https://registry:5000/v2/": dial tcp: lookup registry on 127.0.0.11:53: no such host',
    /registry-1\.docker\.io on/,
  ],

  // No space left, but not on the disk.
  [
    'db-1  | 2026-11-30 04:05:06.789 UTC [123] ERROR:  could not resize shared memory segment "/PostgreSQL.2088012784" to 50438144 bytes: No space left on device\ndb-1  | 2026-11-30 04:05:06.789 UTC [123] STATEMENT:  SELECT count(*) FROM orders',
    /shared memory segment/,
  ],
  ["dd: error writing '/dev/shm/x': No space left on device", /shared memory segment/],
  [
    `node:internal/fs/watchers:254
    throw error;
    ^

Error: ENOSPC: System limit for number of file watchers reached, watch '/app/src'
    at FSWatcher.<computed> (node:internal/fs/watchers:244:19) {
  errno: -28,
  syscall: 'watch',
  code: 'ENOSPC',`,
    /file watchers reached/,
  ],
  ["Error: ENOSPC: no space left on device, watch '/app'", /file watchers reached/],
  ["Error: ENOSPC: no space left on device, write '/app/data.json'", /^no space left on device/],

  // The postgres image.
  [
    `db-1  | Error: Database is uninitialized and superuser password is not specified.
db-1  |        You must specify POSTGRES_PASSWORD to a non-empty value for the
db-1  |        superuser. For example, "-e POSTGRES_PASSWORD=password" on "docker run".
db-1  |
db-1  |        You may also use "POSTGRES_HOST_AUTH_METHOD=trust" to allow all
db-1  |        connections without a password. This is *not* recommended.
db-1 exited with code 1`,
    /superuser password is not specified/,
  ],
  [
    `2026-11-30 04:05:06+00:00 [Note] [Entrypoint]: Entrypoint script for MySQL Server 9.5.0-1.el9 started.
2026-11-30 04:05:06+00:00 [ERROR] [Entrypoint]: Database is uninitialized and password option is not specified
    You need to specify one of the following as an environment variable:
    - MYSQL_ROOT_PASSWORD`,
    /superuser password is not specified/,
  ],
  [
    'db-1  | 2026-11-30 04:05:06.789 UTC [33] FATAL:  password authentication failed for user "postgres"\ndb-1  | 2026-11-30 04:05:06.789 UTC [33] DETAIL:  Connection matched file "/var/lib/postgresql/18/docker/pg_hba.conf" line 128: "host all all all scram-sha-256"',
    /password authentication failed/,
  ],
  [
    'psycopg2.OperationalError: connection to server at "db" (172.18.0.2), port 5432 failed: FATAL:  password authentication failed for user "app"',
    /password authentication failed/,
  ],

  [
    'psql: error: connection to server at "127.0.0.1", port 5432 failed: FATAL:  database "shop" does not exist',
    /database "shop" does not exist/,
  ],

  // What Compose says of a service that another one needs, and of variables.
  [
    '[+] Running 3/3\n ✔ Network shop_default  Created\n ✘ Container shop-db-1     Error\n ✔ Container shop-api-1    Created\ndependency failed to start: container shop-db-1 is unhealthy',
    /dependency failed to start/,
  ],
  [' Container shop-db-1  Error\ndependency failed to start: container shop-db-1 exited (1)', /dependency failed/],
  ['container shop-db-1 is unhealthy', /dependency failed to start/],
  [
    'WARN[0000] The "DB_PASSWORD" variable is not set. Defaulting to a blank string.\n[+] Running 1/1',
    /variable is not set/,
  ],
  [
    'WARNING: The POSTGRES_USER variable is not set. Defaulting to a blank string.\nCreating network "app_default" with the default driver',
    /variable is not set/,
  ],
  ['env file /home/ann/shop/.env not found: stat /home/ann/shop/.env: no such file or directory', /env file/],
  ['couldn’t find env file: /home/ann/shop/prod.env', /env file/],
  [' ✘ Container shop-db-1 Error dependency db failed to start', /dependency failed/],
  ['container shop-db-1 exited (1)', /dependency failed/],
  [
    'WARN[0000] The "DB_PASSWORD" variable is not set. Defaulting to a blank string.\nservice "web" depends on undefined service "db": invalid compose project',
    /depends on undefined/,
  ],
  [
    'Invalid `prisma.user.findMany()` invocation: Database `shop` does not exist on the database server at `db:5432`.',
    /database "shop"/,
  ],

  // Sockets, missing arguments, and a Compose file whose keys have values of the wrong kind.
  [
    "Error: listen EACCES: permission denied /app/run/app.sock\n  code: 'EACCES',\n  syscall: 'listen'",
    /EACCES: permission denied, open/,
  ],
  [
    "docker: 'docker exec' requires at least 2 arguments\n\nUsage:  docker exec [OPTIONS] CONTAINER COMMAND [ARG...]\n\nSee 'docker exec --help' for more information",
    /docker run/,
  ],
  ['"docker exec" requires at least 2 arguments.\nSee \'docker exec --help\'.', /docker run/],
  ['"docker container exec" requires at least 2 arguments.', /docker run/],
  ['services must be a mapping', /additional properties/],
  ['validating /home/ann/shop/compose.yaml: services.web.restart must be a string', /additional properties/],

  // The name of an error alone, and without the words that explain it.
  ['AccessDeniedException', /is not authorized to perform/],
  [
    'An error occurred (AccessDeniedException) when calling the GetAuthorizationToken operation',
    /is not authorized to/,
  ],
  ['RepositoryNotFoundException', /name unknown/],
  ['ImageNotFoundException', /manifest unknown/],
  ['UnrecognizedClientException', /UnrecognizedClientException/],
  ['InvalidClientTokenId', /UnrecognizedClientException/],
  ['ExpiredToken', /ExpiredTokenException/],
  ['NoCredentials', /Unable to locate credentials/],
  ['ThrottlingException', /Rate exceeded/],
  ['MANIFEST_UNKNOWN', /manifest unknown/],
  ['NAME_UNKNOWN', /name unknown/],
  ['TOOMANYREQUESTS', /pull rate limit/],
  ['EACCES', /EACCES/],
  ['EADDRINUSE', /EADDRINUSE/],
  ['ECONNREFUSED', /ECONNREFUSED/],
  ['MODULE_NOT_FOUND', /Cannot find module/],
  ['ERR_MODULE_NOT_FOUND', /Cannot find module/],
  ['ERROR: unable to prepare context: path "./api" not found', /unable to prepare context/],
  ['unable to prepare context: path "fpm-alpine" not found', /unable to prepare context/],
  ['Failed to enable unit: Unit file /etc/systemd/system/docker.service is masked.', /Unit docker\.service not found/],
  [
    'failed to push 123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1.0: unexpected status: 403 Forbidden',
    /403 Forbidden/,
  ],
  [
    'CannotPullContainerError: failed to resolve ref "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1": unexpected status code [manifests 1]: 403 Forbidden',
    /403 Forbidden/,
  ],
  ['RuntimeError: unable to write to file </torch_31_2218>: No space left on device (28)', /shared memory segment/],
  ["OSError: [Errno 28] No space left on device: '/dev/shm/psm_1a2b'", /shared memory segment/],
  ['ERROR: unable to prepare context: path "my dir" not found', /unable to prepare context/],
  [
    'db-1  | FATAL:  database files are incompatible with server\ndb-1  | DETAIL:  The data directory was initialized by PostgreSQL version 17, which is not compatible with this version 18.1.',
    /database files are incompatible/,
  ],
  [
    'Error: in 18+, these Docker images are configured to store database data in a\n       format which is compatible with "pg_ctlcluster" (specifically, using\n       major-version-specific directory names).',
    /database files are incompatible/,
  ],

  // Packages for another system, as Rollup, esbuild and the loader of glibc report them.
  [
    "/app/node_modules/rollup/dist/native.js:64\n\t\tthrow new Error(\n\t\t      ^\n\nError: Cannot find module @rollup/rollup-linux-arm64-gnu. npm has a bug related to optional dependencies (https://github.com/npm/cli/issues/4828). Please try `npm i` again after removing both package-lock.json and node_modules directory.\n    at requireWithFriendlyError (/app/node_modules/rollup/dist/native.js:46:9)\n  code: 'MODULE_NOT_FOUND'",
    /@rollup/,
  ],
  [
    "Error: \nYou installed esbuild for another platform than the one you're currently using.\nThis won't work because esbuild is written with native code",
    /@rollup/,
  ],
  [
    'Error: /app/node_modules/bcrypt/lib/binding/napi-v3/bcrypt_lib.node: invalid ELF header\n    at Module._extensions..node (node:internal/modules/cjs/loader:1921:18)',
    /@rollup/,
  ],
  ["Error: Cannot find module '@acme/rollup-plugin'\nRequire stack:\n- /app/server.js", /app\/server/],

  [
    "Error: Cannot find module '../lightningcss.linux-arm64-musl.node'\nRequire stack:\n- /app/node_modules/lightningcss/node/index.js",
    /@rollup/,
  ],
  [
    'Error: Cannot find native binding. npm has a bug related to optional dependencies (https://github.com/npm/cli/issues/4828).',
    /@rollup/,
  ],
  ['Error: The package "@esbuild/linux-x64" could not be found, and is needed by esbuild.', /@rollup/],
  ['qemu: uncaught target signal 6 (Aborted) - core dumped\nAborted', /qemu/],
  ['/bin/sh^M: bad interpreter: No such file or directory', /bash/],

  // A client without Buildx.
  ["docker: 'buildx' is not a docker command.\nSee 'docker --help'", /buildx component/],
  ["docker: unknown command: docker buildx\n\nRun 'docker --help' for more information", /buildx component/],
  ['unknown flag: --check', /buildx component/],
  [
    'failed to parse platform : "" is an invalid OS component of "": OSAndVersion specifier component must match "^([A-Za-z0-9_-]+)(?:\\\\(([A-Za-z0-9_.-]*)\\\\))?$": invalid argument',
    /buildx component/,
  ],
  [
    'the --mount option requires BuildKit. Refer to https://docs.docker.com/go/buildkit/ to learn how to build images with BuildKit enabled',
    /buildx component/,
  ],
  [
    'failed to parse platform : "" is an invalid component of "": platform specifier component must match "^[A-Za-z0-9_-]+$": invalid argument',
    /buildx component/,
  ],

  // Files and ports that a program may not use, as shells, nginx and Java say it.
  ['nginx: [emerg] bind() to 0.0.0.0:80 failed (13: Permission denied)', /access a socket in a way forbidden/],
  ['java.nio.file.AccessDeniedException: /var/log/app', /touch/],
  ['Caused by: java.nio.file.AccessDeniedException: /data/index\n\tat java.base/sun.nio.fs.UnixException', /touch/],
  ["mkdir: can't create directory '/data/x': Permission denied", /touch/],
  ['mkdir: cannot create directory ‘/data’: Permission denied', /touch/],
  ["sh: can't create /data/x: Permission denied", /touch/],
  ['nginx: [emerg] mkdir() "/var/cache/nginx/client_temp" failed (13: Permission denied)', /touch/],
  [
    'failed to remove network shop_default: Error response from daemon: error while removing network: network shop_default id 3f0c has active endpoints',
    /active endpoints/,
  ],
  [' ! Network shop_default  Resource is still in use', /active endpoints/],

  // A command of several lines for a Unix shell, pasted into PowerShell.
  [
    "PS C:\\Users\\ann> docker run --detach \\\ndocker: invalid reference format\n\nRun 'docker run --help' for more information\nPS C:\\Users\\ann>   --name web nginx\nAt line:1 char:5\n+   --name web nginx\n+     ~\nMissing expression after unary operator '--'.\nAt line:1 char:5\n+   --name web nginx\n+     ~~~~\nUnexpected token 'name' in expression or statement.\n    + CategoryInfo          : ParserError: (:) [], ParentContainsErrorRecordException\n    + FullyQualifiedErrorId : MissingExpressionAfterOperator",
    /Missing expression after unary operator/,
  ],
  [
    "export : The term 'export' is not recognized as the name of a cmdlet, function, script file, or operable program.",
    /Missing expression after unary operator/,
  ],
  [
    "docker: invalid reference format\n\nRun 'docker run --help' for more information\n\nC:\\shop>  --name web nginx\n'--name' is not recognized as an internal or external command,\noperable program or batch file.",
    /Missing expression after unary operator/,
  ],
  [
    "-p : The term '-p' is not recognized as the name of a cmdlet, function, script file, or operable program.",
    /Missing expression after unary operator/,
  ],
  ['An empty pipe element is not allowed.', /Missing expression after unary operator/],
  [
    "'grep' is not recognized as an internal or external command,\noperable program or batch file.",
    /Missing expression after unary operator/,
  ],
  ['/ # vi /etc/nginx/nginx.conf\nsh: vi: not found', /sh: curl: not found/],
  ['root@3f1c2d:/app# ping db\nbash: ping: command not found', /sh: curl: not found/],
  [
    `#7 0.214 /bin/sh: 1: pip: not found
#7 ERROR: process "/bin/sh -c pip install -r requirements.txt" did not complete successfully: exit code: 127
failed to solve: process "/bin/sh -c pip install -r requirements.txt" did not complete successfully: exit code: 127`,
    /sh: curl: not found/,
  ],
  ['./start.sh: line 3: docker: command not found', /docker: command not found/],
  ['npm error code 127\nnpm error command sh -c husky\nnpm error sh: husky: not found', /sh: vite: not found/],
  ['2026/11/30 09:12:01 [emerg] 1#1: bind() to 0.0.0.0:80 failed (98: Address in use)', /EADDRINUSE/],
  ['Caused by: java.net.BindException: Address already in use', /EADDRINUSE/],
  [
    "ERROR:    [Errno 98] error while attempting to bind on address ('0.0.0.0', 8000): address already in use",
    /EADDRINUSE/,
  ],
  ["zsh: parse error near `\\n'", /syntax error near unexpected token/],
  ['npm error /bin/sh: 1: pkg-config: not found', /sh: curl: not found/],
  ['zsh: command not found: $', /\$: command not found/],
  ['$ docker ps\nbash: $: command not found', /\$: command not found/],
  ['403 Forbidden\nnginx/1.31.5', /directory index of/],
  [
    '<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1></center>\r\n<hr><center>nginx/1.31.5</center>',
    /directory index of/,
  ],
  [
    'E: Failed to fetch http://deb.debian.org/debian/pool/main/n/nginx/nginx_1.26_amd64.deb  403 Forbidden\nERROR: process "/bin/sh -c apt-get install -y nginx" did not complete successfully: exit code: 100',
    /did not complete successfully/,
  ],
  ['E: Unable to locate package docker-ce', /package docker-ce/],
  ["E: Package 'docker-ce' has no installation candidate", /package docker-ce/],
  [
    'unable to prepare context: unable to evaluate symlinks in Dockerfile path: lstat /home/ana/Dockerfile: no such file or directory',
    /failed to read dockerfile/,
  ],
  [
    'COPY failed: file not found in build context or excluded by .dockerignore: stat index.html: file does not exist',
    /failed to calculate checksum/,
  ],
  [
    'ADD failed: file not found in build context or excluded by .dockerignore: stat app.tar: file does not exist',
    /failed to calculate checksum/,
  ],
  ["E: Package 'containerd.io' has no installation candidate", /package docker-ce/],
  ["unknown shorthand flag: 'd' in -d\nSee 'docker ps --help'.", /unknown flag: --nmae/],
  ["docker: unknown command: docker biuld\n\nRun 'docker --help' for more information", /unknown flag: --nmae/],
  ["docker: 'biuld' is not a docker command.\nSee 'docker --help'", /unknown flag: --nmae/],
  ["unknown shorthand flag: 'n' in -name", /unknown flag: --nmae/],
  ['An unexpected error was encountered while executing a WSL command.', /executing a WSL command/],
  [
    `unknown shorthand flag: 'd' in -d
See 'docker --help'.

Usage:  docker [OPTIONS] COMMAND

  -c, --context string     Name of the context to use to connect to the
                           daemon (overrides DOCKER_HOST env var and
                           default context set with "docker context use")

Run 'docker COMMAND --help' for more information on a command.`,
    /^docker-compose/,
  ],

  // Clients of a database on the host, where the port isn't published.
  [
    `diego@fedora:~$ psql -h localhost -U postgres
psql: error: connection to server at "localhost" (::1), port 5432 failed: Connection refused
	Is the server running on that host and accepting TCP/IP connections?
connection to server at "localhost" (127.0.0.1), port 5432 failed: Connection refused
	Is the server running on that host and accepting TCP/IP connections?`,
    /ECONNREFUSED/,
  ],
  [
    `sqlalchemy.exc.OperationalError: (psycopg2.OperationalError) could not connect to server: Connection refused
	Is the server running on host "localhost" (127.0.0.1) and accepting
	TCP/IP connections on port 5432?

(Background on this error at: https://sqlalche.me/e/20/e3q8)`,
    /ECONNREFUSED/,
  ],
  [
    'psycopg.OperationalError: connection failed: connection to server at "127.0.0.1", port 5432 failed: Connection refused',
    /ECONNREFUSED/,
  ],

  // Docker Desktop, which isn't running.
  [
    `Client:
 Version:           29.2.1
 API version:       1.53
 OS/Arch:           windows/amd64
 Context:           desktop-linux
Error response from daemon: Docker Desktop is unable to start`,
    /Docker Desktop is unable to start/,
  ],
  ['Docker Desktop is starting…', /Docker Desktop is unable to start/],
  [
    'An unexpected error occurred while executing a WSL command.\nDocker Desktop is unable to start',
    /executing a WSL command/,
  ],

  // A command of several lines without its backslash, or with a space after it, in two shells.
  [
    `mei@MacBook-Air ~ % docker run --detach
docker: 'docker run' requires at least 1 argument

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

See 'docker run --help' for more information
mei@MacBook-Air ~ %   --mount type=bind,src=.,dst=/usr/share/nginx/html,readonly
zsh: command not found: --mount`,
    /--name: command not found/,
  ],
  [
    `[diego@fedora site]$ docker run --detach \\ 
docker: invalid reference format

Run 'docker run --help' for more information
[diego@fedora site]$   --publish 127.0.0.1:8080:80 nginx:alpine
bash: --publish: command not found`,
    /--name: command not found/,
  ],
  ['bash: -p: command not found', /--name: command not found/],
  ['./start.sh: line 2: --name: command not found', /--name: command not found/],
  ['sh: 1: -p: not found', /--name: command not found/],
  ['-bash: --env=POSTGRES_PASSWORD=secret: command not found', /--name: command not found/],
  [
    "bash: syntax error near unexpected token `|'\nbash: `  | docker login --username AWS --password-stdin'",
    /--name: command not found/,
  ],
  ["zsh: parse error near `&&'", /--name: command not found/],
  ['mei@MacBook-Air ~ % docker run --name "web nginx\ndquote> ', /^dquote>$/],
  ["mei@MacBook-Air ~ % echo 'hello\nquote> docker ps\nquote>", /^dquote>$/],
  ['cmdsubst dquote>', /^dquote>$/],
  ['>', /^dquote>$/],

  // SELinux, in the words of tar.
  ["tar: can't open '/backup/site.tar.gz': Permission denied", /touch/],

  // Shared libraries that the image lacks.
  [
    `web-1  |   File "/usr/local/lib/python3.14/site-packages/psycopg2/__init__.py", line 51, in <module>
web-1  |     from psycopg2._psycopg import (                     # noqa
web-1  | ImportError: libpq.so.5: cannot open shared object file: No such file or directory
web-1  | [2026-11-30 10:07:00 +0000] [7] [INFO] Worker exiting (pid: 7)
web-1  | [2026-11-30 10:07:01 +0000] [1] [ERROR] Reason: Worker failed to boot.`,
    /libpq\.so\.5/,
  ],
  [
    `ImportError: no pq wrapper available.
Attempts made:
- couldn't import psycopg 'c' implementation: No module named 'psycopg_c'
- couldn't import psycopg 'binary' implementation: No module named 'psycopg_binary'
- couldn't import psycopg 'python' implementation: libpq library not found`,
    /libpq\.so\.5/,
  ],
  [
    'ImportError: Error loading shared library libpq.so.5: No such file or directory (needed by /usr/lib/python3.6/site-packages/psycopg2/_psycopg.cpython-36m-x86_64-linux-gnu.so)',
    /libpq\.so\.5/,
  ],
  [
    'colmap: error while loading shared libraries: libcurl.so.4: cannot open shared object file: No such file or directory',
    /libpq\.so\.5/,
  ],

  // Gunicorn, whose reason is above.
  [
    `[2026-11-30 10:12:33 +0000] [1] [INFO] Starting gunicorn 23.0.0
[2026-11-30 10:12:33 +0000] [1] [INFO] Listening at: http://0.0.0.0:8000 (1)
[2026-11-30 10:12:33 +0000] [6] [INFO] Booting worker with pid: 6
Failed to find attribute 'app' in 'app'.
[2026-11-30 10:12:33 +0000] [6] [INFO] Worker exiting (pid: 6)
[2026-11-30 10:12:33 +0000] [1] [ERROR] Worker (pid:6) exited with code 4
[2026-11-30 10:12:33 +0000] [1] [ERROR] Shutting down: Master
[2026-11-30 10:12:33 +0000] [1] [ERROR] Reason: App failed to load.`,
    /Worker failed to boot/,
  ],
  ["gunicorn.errors.HaltServer: <HaltServer 'Worker failed to boot.' 3>", /Worker failed to boot/],
  ["ImportError: Failed to find application, did you mean 'app:app'?", /Worker failed to boot/],
  [
    'psycopg.OperationalError: [Errno -2] Name or service not known\n[2026-11-30 10:12:33 +0000] [1] [ERROR] Reason: Worker failed to boot.',
    /Temporary failure resolving/,
  ],

  // MySQL and its clients.
  [
    "mysql: [Warning] Using a password on the command line interface can be insecure.\nERROR 1045 (28000): Access denied for user 'root'@'localhost' (using password: YES)",
    /ERROR 1045/,
  ],
  [
    `/app/node_modules/mysql2/lib/promise.js:93
        throw err;
Error: ER_ACCESS_DENIED_ERROR: Access denied for user 'milan'@'172.20.0.4' (using password: YES)
    at PromisePool.execute (/app/node_modules/mysql2/lib/promise.js:93:22)`,
    /ERROR 1045/,
  ],
  [
    "api-1  | SQLSTATE[HY000] [1045] Access denied for user 'laravel'@'shop-api-1.shop_default' (using password: NO)",
    /ERROR 1045/,
  ],

  // Files and ports of beginners.
  [
    ` => [internal] load build definition from Dockerfile                                                        0.0s
 => => transferring dockerfile: 31B                                                                         0.0s
ERROR: failed to solve: the Dockerfile cannot be empty

View build details: docker-desktop://dashboard/build/desktop-linux/desktop-linux/pi400i08slfpeiilxitjv32t9`,
    /cannot be empty/,
  ],
  ['Error response from daemon: the Dockerfile (Dockerfile) cannot be empty', /cannot be empty/],
  [
    'ERROR: failed to build: failed to solve: dockerfile parse error on line 1: file with no instructions',
    /cannot be empty/,
  ],
  [
    `docker image build --no-cache -f images/Dockerfile-php-apache -t lamp .
[+] Building 0.0s (0/0)                                                          docker:desktop-linux
ERROR: failed to build: resolve : lstat images: no such file or directory`,
    /failed to read dockerfile/,
  ],
  ["docker: invalid containerPort: 80nginx\n\nRun 'docker run --help' for more information", /containerPort/],
  ["docker: Invalid containerPort: --name.\nSee 'docker run --help'.", /containerPort/],
  ["docker: invalid hostPort: abc\n\nRun 'docker run --help' for more information", /containerPort/],
  ["docker: invalid IP address: localhost\n\nRun 'docker run --help' for more information", /containerPort/],
];
