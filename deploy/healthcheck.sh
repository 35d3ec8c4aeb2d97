# Whether the service in this container is of use. The base image promises neither curl nor wget, and starting a JVM every
# few seconds would cost more than the service does at rest; bash can speak to a port by itself.
set -eu
exec 3<>"/dev/tcp/127.0.0.1/$SERVER_PORT"
printf 'GET /actuator/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r status <&3
[[ $status == *' 200'* ]]
