/** Each asks `geoclients complete` for what may stand there, and takes files where nothing comes. */
export const scripts = {
  bash: `_geoclients() {
  local IFS=$'\\n'
  COMPREPLY=($(geoclients complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _geoclients geoclients
`,
  zsh: `#compdef geoclients
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
_geoclients() {
  local -a found
  found=("\${(@f)$(geoclients complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "$found" ]]; then compadd -- $found; else _files; fi
}
compdef _geoclients geoclients
`,
  fish: `function __geoclients
  set -l words (commandline -opc) (commandline -ct)
  geoclients complete -- $words[2..-1] 2>/dev/null
end
complete -c geoclients -f -n '__geoclients | string length -q' -a '(__geoclients)'
complete -c geoclients -F -n 'not __geoclients | string length -q'
`
} as const

export type Shell = keyof typeof scripts
