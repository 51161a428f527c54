# What the commands in this folder share. Not to be run by itself.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
here="$root/infra/aws"
tools="$root/target/aws/tools"
export SAM_CLI_TELEMETRY=0 PATH="$tools/bin:$PATH"

# One sentence that says what to do, and no more.
refuse() {
  printf '%s\n' "$*" >&2
  exit 1
}

# The comment at the head of a command is its help.
help_if_asked() { # file, the command's own arguments
  local file=$1 one
  shift
  for one in "$@"; do
    case $one in
      -h | --help) sed -n '2,/^[^#]/{/^#/!q;s/^# \{0,1\}//p;}' "$file"; exit 0 ;;
    esac
  done
}

# The pinned tools, in a folder of their own, installed where they are missing or others are asked for.
tools() {
  if cmp -s "$here/requirements.txt" "$tools/requirements.txt"; then return; fi
  command -v python3 >/dev/null || refuse "Install Python 3.10 or newer first: the tools that check and build the template are written in it."
  echo "Installing the pinned tools into target/aws/tools. This takes some minutes, once."
  mkdir -p "$root/target/aws"
  python3 -m venv "$tools" || refuse "Python can't make a folder for the tools. On Debian: apt-get install python3-venv."
  "$tools/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt" ||
    refuse "The tools could not be installed. Look whether this machine reaches its Python package index, then run this again."
  cp "$here/requirements.txt" "$tools/requirements.txt"
}

# A deployment's settings: one NAME=value a line, named as the template's parameters. Sets `stack`, `region` and `parameters`.
settings() { # file
  local file=$1 line name value known
  [ -f "$file" ] || refuse "There is no $file. Copy infra/aws/settings.example to it and fill it in."
  known=" $(sed -n '/^Parameters:/,/^[A-Z].*:$/s/^  \([A-Za-z]*\):$/\1/p' "$here/template.yaml" | tr '\n' ' ')"
  parameters=()
  stack="" region=""
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in '' | '#'*) continue ;; *=*) ;; *) refuse "$file: this line is no NAME=value: $line" ;; esac
    name=${line%%=*} value=${line#*=}
    case $name in
      Stack) stack=$value ;;
      Region) region=$value ;;
      *)
        case $known in *" $name "*) ;; *) refuse "$file: the template has no parameter $name. It has:$known" ;; esac
        case $value in *'('*')'*) refuse "$file: $name still says $value. Fill it in." ;; esac
        parameters+=("$name=$value")
        ;;
    esac
  done <"$file"
  [[ $stack =~ ^[a-z][a-z0-9-]{1,30}$ ]] || refuse "$file: Stack is a name of 2 to 31 small letters, digits and hyphens that begins with a letter, like hub."
  [[ $region =~ ^[a-z]{2}(-[a-z]+)+-[0-9]$ ]] || refuse "$file: Region is an AWS region, like eu-west-2."
  export AWS_REGION=$region AWS_DEFAULT_REGION=$region
}

# Whether the settings make sense: one line for each that does not. Needs the tools.
sensible() {
  python "$here/check.py" sensible "$here/template.yaml" "${parameters[@]}" || exit 1
}

# Whether the account can reserve as many copies of functions as are asked for: a new one has ten in all, and can reserve none.
room() {
  local wanted limit
  wanted=$(set_to Concurrency)
  [ "${wanted:-0}" -gt 0 ] || return 0
  limit=$(aws lambda get-account-settings --query AccountLimit.ConcurrentExecutions --output text)
  [ $((7 * wanted + 100)) -le "$limit" ] ||
    refuse "Concurrency=$wanted would reserve $((7 * wanted)) of the $limit functions that this account may run at once, and 100 must stay free. Leave it at 0, or ask AWS for a higher limit."
}

# The value of a parameter in the settings; nothing where they leave it to the template.
set_to() { # name
  local one
  for one in "${parameters[@]}"; do case $one in "$1="*) printf '%s' "${one#*=}" ;; esac; done
}

# Whether SES knows the mail domain, as the settings say. It knows a domain once in an account and region: a second stack shares it.
mail_domain() { # whether the stack is there: yes, no
  local domain
  domain=$(set_to MailDomain)
  if there aws sesv2 get-email-identity --email-identity "$domain"; then
    [ "$1" = yes ] || [ "$(set_to SendsAlready)" = yes ] ||
      refuse "This account sends from $domain already. Add SendsAlready=yes to the settings to send from it here too, or name another MailDomain."
  else
    [ "$(set_to SendsAlready)" != yes ] || refuse "SES doesn't know $domain in $region. Take SendsAlready=yes out of the settings, or look at the domain and the region."
  fi
}

# An account to work in.
account() {
  command -v aws >/dev/null || refuse "Install the AWS command line first: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html"
  account=$(aws sts get-caller-identity --query Account --output text 2>/dev/null) ||
    refuse "AWS doesn't know who you are. Sign in (aws sso login, or AWS_PROFILE), then run this again."
}

# Whether something is there. Any other answer than yes and no is shown, and ends the command.
there() { # the command that describes it
  local said
  if said=$("$@" 2>&1 >/dev/null); then return 0; fi
  case $said in
    *NotFound* | *'Not Found'* | *'does not exist'*) return 1 ;;
    *) refuse "$said" ;;
  esac
}
stack_there() { there aws cloudformation describe-stacks --stack-name "$stack"; }

# One of a stack's outputs; nothing where there is no such stack, or where its creation failed.
output() { # name, stack
  aws cloudformation describe-stacks --stack-name "${2:-$stack}" --query "Stacks[0].Outputs[?OutputKey=='$1'].OutputValue" --output text 2>/dev/null |
    sed 's/^None$//' || true
}

# Makes the stack what a packaged template says. The template is larger than a request may be: it goes through the bucket in which SAM
# has put the functions' code, which is there before the stack is.
update_stack() { # template
  local packages
  packages=$(output SourceBucket aws-sam-cli-managed-default)
  [ -n "$packages" ] || refuse "SAM has no bucket in $region. Run infra/aws/deploy, which makes it."
  aws cloudformation deploy --stack-name "$stack" --template-file "$1" --s3-bucket "$packages" --s3-prefix "$stack" --no-fail-on-empty-changeset \
    --capabilities CAPABILITY_IAM CAPABILITY_AUTO_EXPAND --parameter-overrides "${parameters[@]}" --tags "hub=$stack"
}

# Puts the built files where the edge finds them. Each has its content's hash in its name: kept for good, old ones stay.
put_files() { # bucket
  local kind kinds known=()
  kinds=('css text/css;charset=utf-8' 'js text/javascript;charset=utf-8' 'wasm application/wasm' 'svg image/svg+xml' 'png image/png' 'woff2 font/woff2')
  for kind in "${kinds[@]}"; do known+=(! -name "*.${kind%% *}"); done
  kind=$(find "$root/target/site/assets" -type f "${known[@]}" | head -n 1)
  [ -z "$kind" ] || refuse "infra/aws/common.sh doesn't know what kind of file $kind is. Add its ending and type to put_files."
  for kind in "${kinds[@]}"; do
    aws s3 sync "$root/target/site/assets" "s3://$1/assets" --exclude '*' --include "*.${kind%% *}" --size-only --no-progress \
      --content-type "${kind#* }" --cache-control 'public, max-age=31536000, immutable'
  done
}
